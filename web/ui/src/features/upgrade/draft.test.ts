import { describe, expect, it } from 'vitest'
import type { UpgradeStep } from '../../upgrade/types'
import { added, changed, dropped, isAnswered, monthAfter, mostSteps, moved, planned, rebased } from './draft'

const steps = (...ids: string[]): UpgradeStep[] => ids.map(planned)
const ids = (found: UpgradeStep[]) => found.map(({ step }) => step)

describe('The steps of a path', () => {
  it('are each there once, and eight at most', () => {
    expect(ids(added(steps('a', 'b'), 'c'))).toEqual(['a', 'b', 'c'])
    expect(ids(added(steps('a', 'b'), 'a'))).toEqual(['a', 'b'])
    const full = steps(...'abcdefgh')
    expect(full).toHaveLength(mostSteps)
    expect(added(full, 'i')).toEqual(full)
    expect(ids(dropped(steps('a', 'b'), 'a'))).toEqual(['b'])
  })

  it('change places with their neighbours, and stay where there is none', () => {
    expect(ids(moved(steps('a', 'b', 'c'), 'c', -1))).toEqual(['a', 'c', 'b'])
    expect(ids(moved(steps('a', 'b', 'c'), 'a', 1))).toEqual(['b', 'a', 'c'])
    expect(ids(moved(steps('a', 'b'), 'a', -1))).toEqual(['a', 'b'])
    expect(ids(moved(steps('a', 'b'), 'b', 1))).toEqual(['a', 'b'])
  })

  it('take the start of the place that they come to, and keep their own cost', () => {
    const before: UpgradeStep[] = [{ ...planned('a'), start: '2027-01-01', cost: 5 }, planned('b')]
    expect(moved(before, 'b', -1)).toEqual([
      { step: 'b', status: 'planned', start: '2027-01-01' },
      { step: 'a', status: 'planned', cost: 5 },
    ])
  })

  it('leave open again what is taken away', () => {
    const before: UpgradeStep[] = [{ ...planned('a'), cost: 5, proof: 'x' }]
    expect(changed(before, 'a', { cost: undefined, proof: '', status: 'done' })).toEqual([
      { step: 'a', status: 'done' },
    ])
    expect(changed(before, 'b', { cost: 1 })).toEqual(before)
  })
})

it('counts months over the end of a year, both ways', () => {
  expect(monthAfter('2027-11-15', 3)).toBe('2028-02-01')
  expect(monthAfter('2027-01-01', -1)).toBe('2026-12-01')
  expect(monthAfter('2027-05-31', 0)).toBe('2027-05-01')
})

it('asks for a level, a symptom or a step before it shows a path', () => {
  expect(isAnswered({ symptoms: [], wanted: [], makes: 'moulds' })).toBe(false)
  expect(isAnswered({ symptoms: [], wanted: [], level: 0 })).toBe(true)
  expect(isAnswered({ symptoms: ['labour'], wanted: [] })).toBe(true)
})

describe('What two people write at once', () => {
  const before = {
    answers: { symptoms: ['labour'], wanted: [], makes: 'moulds', level: 1 },
    steps: steps('a'),
    consent: { planned: false, district: false },
    tell: false,
  }
  const theirs = {
    answers: { symptoms: ['labour', 'energy'], wanted: ['a'], makes: 'moulds', level: 1 },
    steps: steps('a', 'b'),
    consent: { planned: true, district: false },
    tell: true,
  }

  it('keeps what each of them changed', () => {
    const mine = { ...before, answers: { ...before.answers, level: 2 } }
    expect(rebased(before, mine, theirs)).toEqual({ ...theirs, answers: { ...theirs.answers, level: 2 } })
  })

  it('keeps what was taken away here, and the steps that were changed here', () => {
    const { makes, ...answers } = before.answers
    expect(makes).toBe('moulds')
    const found = rebased(before, { ...before, answers, steps: steps('c') }, theirs)
    expect(found.answers).not.toHaveProperty('makes')
    expect(ids(found.steps)).toEqual(['c'])
  })

  it('keeps whether they are told as it was chosen here, and else as the others chose', () => {
    expect(rebased(before, before, theirs).tell).toBe(true)
    expect(rebased(theirs, { ...theirs, tell: false }, theirs).tell).toBe(false)
  })

  it('keeps what was consented to here, and else what the others did', () => {
    expect(rebased(before, before, theirs).consent).toEqual({ planned: true, district: false })
    const consented = { ...before, consent: { planned: true, district: false } }
    expect(rebased(before, consented, { ...theirs, consent: { planned: false, district: false } }).consent).toEqual({
      planned: true,
      district: false,
    })
  })
})
