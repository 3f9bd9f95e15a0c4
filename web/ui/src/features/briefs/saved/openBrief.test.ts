import { expect, it } from 'vitest'
import { emptyBrief } from '../../../brief/address'
import { openBrief } from './openBrief'

const brief = { ...emptyBrief, text: 'Lumen needs 觀塘 8000呎，明檢用', criteria: { sites: [] }, skipped: ['needs'] }
const bare = { text: '', criteria: { sites: [] }, skipped: [] }

it.each([
  [undefined, brief],
  [{ en: 'Other Works', zhHant: '別家' }, brief],
  [{ en: 'A & B Co' }, brief],
  [{ en: 'LUMEN Assay Systems' }, bare],
  [{ zhHant: '明檢儀器' }, bare],
])('What anybody is shown of a Brief holds its words, unless they may name %o', (owner, shown) =>
  expect(openBrief(brief, owner)).toEqual(shown),
)
