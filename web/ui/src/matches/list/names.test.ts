import { describe, expect, it } from 'vitest'
import type { Named } from '../../api/types'
import type { Words } from '../../i18n/i18n'
import { plain } from '../../i18n/languages'
import { profileName } from './names'

const words = {
  t: (key: string, values?: { code?: string }) => `${key} ${values?.code ?? ''}`.trim(),
  text: (named: Named) => plain(named, 'en'),
} as unknown as Words
const id = '3f7a2c00000000000000000000000000'

describe('The name of a need', () => {
  it('is an alias made of its id for whoever is not told its own', () => {
    expect(profileName('opportunities', id, { id, version: 1, values: {}, public: true }, words)).toBe(
      'opportunities.alias 3F7A2C',
    )
    expect(profileName('opportunities', id, undefined, words)).toBe('opportunities.alias 3F7A2C')
  })
  it('is its own for its people and the office', () =>
    expect(
      profileName('opportunities', id, { id, version: 1, values: {}, public: true, name: { en: 'Pump' } }, words),
    ).toBe('Pump'))
  it('is never an alias on another board', () =>
    expect(profileName('partners', 'f1', { id: 'f1', version: 1, values: {}, public: true }, words)).toBe('f1'))
})
