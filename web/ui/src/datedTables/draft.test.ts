import { describe, expect, it } from 'vitest'
import type { Schemas } from '../api/client'
import {
  changeOf,
  countOf,
  draftOf,
  errorsByLine,
  isChanged,
  restored,
  rowsOf,
  withNew,
  without,
  withRow,
} from './draft'

type GateRow = Schemas['GateRow']

const row = (key: string, use: string): GateRow => ({ gate: 'plan', key, use, verdict: 'fits', source: 'Notes' })
const rows = [row('I', 'office'), row('I', 'storage'), row('C', 'office')]

describe('The next version of the table', () => {
  it('begins as the one before it', () => {
    const lines = draftOf(rows)
    expect(rowsOf(lines)).toEqual(rows)
    expect(isChanged(lines)).toBe(false)
  })
  it('says what it changes, adds and leaves out', () => {
    let lines = withRow(draftOf(rows), 0, { ...rows[0]!, verdict: 'doesNotFit' })
    lines = withNew(without(lines, 1), row('GIC', 'office'))
    expect(lines.map(changeOf)).toEqual(['changed', 'removed', 'same', 'added'])
    expect(rowsOf(lines).map(({ key }) => key)).toEqual(['I', 'C', 'GIC'])
    expect(countOf(lines, 'added')).toBe(1)
  })
  it('forgets a new rule, and puts back one that was left out', () => {
    const lines = withNew(draftOf(rows), row('GIC', 'office'))
    expect(without(lines, 3)).toEqual(draftOf(rows))
    expect(restored(without(lines, 0), 0)).toEqual(lines)
  })
  it('takes a field that is empty for one that is absent', () => {
    const lines = withRow(draftOf(rows), 0, { ...rows[0]!, to: null } as unknown as GateRow)
    expect(isChanged(lines)).toBe(false)
  })
  it('compares lists by what is in them', () => {
    const [listed] = draftOf([{ id: 'a', codes: ['x', 'y'] }])
    expect(changeOf({ ...listed!, row: { codes: ['x', 'y'], id: 'a' } })).toBe('same')
    expect(changeOf({ ...listed!, row: { id: 'a', codes: ['y', 'x'] } })).toBe('changed')
  })
  it('finds the line that the server refuses, whatever was left out before it', () => {
    const lines = without(draftOf(rows), 0)
    const { byLine, others } = errorsByLine(
      { 'rows[1].key': ['No.'], from: ['Past.'], 'rows[7].use': ['Lost.'] },
      lines,
      'gate',
    )
    expect([...byLine]).toEqual([[2, { key: ['No.'] }]])
    expect(others).toEqual({ from: ['Past.'], 'rows[7].use': ['Lost.'] })
    const lists = errorsByLine(
      { 'rows[0].use[1]': ['No.'], 'rows[0].use[4]': ['Nor.'], 'rows[1]': ['Twice.'] },
      lines,
      'gate',
    )
    expect([...lists.byLine]).toEqual([
      [1, { use: ['No.', 'Nor.'] }],
      [2, { gate: ['Twice.'] }],
    ])
  })
})
