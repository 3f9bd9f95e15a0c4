import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Me } from '../api/types'
import { boardCodes, boards, boardsOf, soughtBy } from './boards'
import { fileCollections, pageOf, partyCollection, partyOf, rowOf } from './kinds'

const me = (party: Partial<Me>): Me => ({ email: 'a@b', role: 'firm', ...party })

describe('The table of kinds', () => {
  it('knows the page of a record, and of a space its building', () => {
    expect(pageOf('firms/f1')).toBe('/firms/f1')
    expect(pageOf('spaces/b1/s1')).toBe('/buildings/b1')
    expect([pageOf('owners/o1'), pageOf('unknown/u1'), pageOf('firms')]).toEqual([undefined, undefined, undefined])
  })

  it('knows the party of an account', () => {
    expect([partyOf(me({ firm: 'f1' })), partyOf(me({ owner: 'o1' })), partyOf(null)]).toEqual([
      'firms/f1',
      'owners/o1',
      undefined,
    ])
    expect(partyCollection('enterprise')).toBe('enterprises')
  })

  it('offers files of what is imported', () => {
    expect(fileCollections).toEqual(expect.arrayContaining(['buildings', 'spaces', 'firms', 'centres']))
    expect(fileCollections).not.toContain('enterprises')
  })

  it('lets nobody write demands on a board that their menu lacks', () => {
    for (const party of ['enterprise', 'firm'] as const)
      expect(boardsOf(party)).toEqual(expect.arrayContaining(soughtBy(party)))
  })

  it('gives the profiles of every board a page for the office', () => {
    for (const code of boardCodes) expect([code, Boolean(rowOf(boards[code].collection).page)]).toEqual([code, true])
  })

  it('is the only place that decides by the code of a board or a kind', () => {
    const codes = [...boardCodes, 'buildings', 'spaces', 'firms', 'centres', 'enterprises', 'owners']
    const decision = new RegExp(`[!=]== '(${codes.join('|')})'`)
    const deciding = readdirSync('src', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|gen)\./.test(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .filter((file) => decision.test(readFileSync(file, 'utf8')))
    expect(deciding.sort()).toEqual([
      'src/api/records.ts', // a space has its building in its path
      'src/matches/detail/usePartnersDemand.ts', // the demand of its own board
    ])
  })
})
