import { describe, expect, it } from 'vitest'
import { isElsewhere } from './useUnsavedGuard'

const here = 'https://x.hk/en/firm?tab=a'

describe('Edits that are not saved', () => {
  it.each(['https://x.hk/en/sites', '/en/demands', '/tc/firm'])('are in danger on the way to %s', (to) =>
    expect(isElsewhere(to, here)).toBe(true),
  )
  it.each(['https://x.hk/en/firm?tab=b', '/en/firm', '/en/firm?tab=a#facts'])('are safe on the way to %s', (to) =>
    expect(isElsewhere(to, here)).toBe(false),
  )
})
