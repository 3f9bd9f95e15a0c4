import { describe, expect, it } from 'vitest'
import { seenByOthers } from './seenByOthers'

describe('What others see of a need', () => {
  it('is what is needed, and neither whose it is nor who says so', () => {
    const need = {
      id: '3f7a2c',
      name: 'Pump',
      owner: 'enterprises/e1',
      source: 'ann@e1',
      verifiedOn: '2026-11-20',
      public: true,
      version: 3,
      values: { industry: 'robotics' },
      facts: { industry: { verifiedOn: '2026-11-21', source: 'ann@e1' } },
    }
    expect(seenByOthers(need)).toEqual({
      id: '3f7a2c',
      verifiedOn: '2026-11-20',
      public: true,
      version: 3,
      values: { industry: 'robotics' },
      facts: { industry: { verifiedOn: '2026-11-21' } },
    })
    expect(JSON.stringify(seenByOthers(need))).not.toMatch(/e1|Pump/)
  })
})
