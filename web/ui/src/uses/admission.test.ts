import { describe, expect, it } from 'vitest'
import { admits, worst } from './admits'

describe('An industry', () => {
  it.each([
    [{ district: 'kwunTong' }, 'fits'],
    [{ district: 'hetao' }, undefined],
    [{}, undefined],
    [{ district: 'hetao', admission: { robotics: 'needsPermission' } }, 'needsPermission'],
    [{ district: 'kwunTong', admission: { fintech: 'fits' } }, undefined],
  ] as const)('is admitted by %o: %s', (values, verdict) => expect(admits('robotics', values)).toBe(verdict))
})

it.each([
  [['fits', 'fits'], 'fits'],
  [['fits', 'needsPermission'], 'needsPermission'],
  [['fits', undefined], undefined],
  [['needsPermission', undefined], undefined],
  [['doesNotFit', undefined], 'doesNotFit'],
  [[], undefined],
] as const)('Spaces that answer %j are together: %s', (verdicts, together) => expect(worst(verdicts)).toBe(together))
