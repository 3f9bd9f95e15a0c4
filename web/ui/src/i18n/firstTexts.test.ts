import { describe, expect, it } from 'vitest'
import { boardTexts, isNamed, keysNamedFrom } from '../../firstTexts'
import { boardCodes } from '../kinds/boards'

describe('The texts of the first list', () => {
  const source = `${import.meta.dirname}/..`
  const starts = keysNamedFrom(`${source}/main.tsx`, `${source}/features/briefs/BriefPage.tsx`)
  const first = (key: string) => isNamed(key, starts)

  it('are those that the code may name which is read at once', () => {
    for (const key of ['brand', 'nav.sites', 'account.signIn', 'requirement.add', 'sites.count', 'research.none']) {
      expect([key, first(key)]).toEqual([key, true])
    }
  })

  it('are those of each board', () =>
    expect([...boardTexts].sort()).toEqual([...boardCodes].map((code) => `${code}.`).sort()))

  it('leave out those of pages that are read later', () => {
    for (const key of ['desk.title', 'programmes.title', 'import.title', 'journal.title', 'consent.title']) {
      expect([key, first(key)]).toEqual([key, false])
    }
  })
})
