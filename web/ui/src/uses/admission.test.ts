import { describe, expect, it } from 'vitest'
import { admits } from './AdmissionLine'

describe('An industry', () => {
  it.each([
    [{ district: 'kwunTong' }, 'fits'],
    [{ district: 'hetao' }, undefined],
    [{}, undefined],
    [{ district: 'hetao', admission: { robotics: 'needsPermission' } }, 'needsPermission'],
    [{ district: 'kwunTong', admission: { fintech: 'fits' } }, undefined],
  ] as const)('is admitted by %o: %s', (values, verdict) => expect(admits('robotics', values)).toBe(verdict))
})
