import { describe, expect, it } from 'vitest'
import type { Answer, Assessment, Facts, Project } from '../api/programmes'
import { factsOf, isAccelerator, nextId, partsOf, requestOf, saidOf, stepsOf, withAccelerator } from './programmes'

const on = '2026-11-25'
const line = (id: string, approvedCost: number): Project => ({ id, kind: 'smartLine', approvedCost })

describe('requestOf', () => {
  it('leaves out what was not said, and says that there are none where a list is empty', () => {
    expect(requestOf({ on, flags: {}, counts: {} })).toEqual({ on, facts: {} })
    expect(
      requestOf({
        on,
        flags: { subvented: false },
        counts: { trainingCosts: 0 },
        industry: 'other',
        projects: [],
        talents: [],
      }),
    ).toEqual({
      on,
      facts: { subvented: false, trainingCosts: 0, strategicIndustry: 'other', projects: [], researchTalents: [] },
    })
  })

  it('names each talent', () => {
    const { facts } = requestOf({
      on,
      flags: {},
      counts: {},
      talents: [{ scheme: 'rth', degree: 'doctor', count: 2, months: 36 }],
    })
    expect(facts.researchTalents).toEqual([
      { scheme: 'rth', degree: 'doctor', months: 36 },
      { scheme: 'rth', degree: 'doctor', months: 36 },
    ])
  })
})

describe('withAccelerator', () => {
  const said = { on, flags: { subvented: false }, counts: { trainingCosts: 5 } }

  it('asks an institution, and takes back everything said of an accelerator with it', () => {
    expect(isAccelerator(said)).toBe(false)
    const runs = withAccelerator(said, true)
    expect(isAccelerator(runs)).toBe(true)
    expect(factsOf(runs)).toEqual({ subvented: false, trainingCosts: 5, startUpServiceInstitution: true })
    const costly = { ...runs, counts: { ...runs.counts, acceleratorCost: 9, previousAcceleratorGrants: 0 } }
    expect(saidOf(on, factsOf(costly))).toEqual(costly)
    expect(withAccelerator(costly, false)).toEqual(said)
  })
})

describe('partsOf', () => {
  it('shows each grant beside the cost of its projects, and what nobody takes', () => {
    const assessment: Assessment = {
      on,
      programmes: [],
      asks: [],
      package: {
        total: 30,
        items: [
          { programme: 'nifs', amount: 20, projects: ['1', '2'] },
          { programme: 'nittp', amount: 10 },
        ],
      },
    }
    expect(partsOf([line('1', 40), line('2', 20), line('3', 5)], assessment)).toEqual({
      parts: [{ programme: 'nifs', cost: 60, grant: 20 }],
      without: 5,
    })
  })
})

it('gives a project an id that no other has', () => {
  expect(nextId([])).toBe('1')
  expect(nextId([line('2', 1)])).toBe('3')
  expect(nextId([line('1', 1), line('3', 1)])).toBe('4')
})

it('says what was kept as it was said', () => {
  const facts = {
    subvented: false,
    listed: true,
    trainingCosts: 5,
    strategicIndustry: 'other',
    projects: [line('1', 7)],
    researchTalents: [
      { degree: 'doctor', months: 3, scheme: 'rth' },
      { degree: 'doctor', months: 3, scheme: 'rth' },
      { degree: 'master', months: 3, scheme: 'rth', monthlySalary: 9 },
    ],
  } as Facts
  const said = saidOf(on, facts)
  expect(said.talents?.map(({ count }) => count)).toEqual([2, 1])
  expect(factsOf(said)).toEqual(facts)
  expect(saidOf(on, {})).toEqual({ on, flags: {}, counts: {} })
})

it('puts a company before applications, and approval under NIAS before what needs it', () => {
  const answer = (id: string, verdict: Answer['verdict'], ...unmet: string[]): Answer => ({
    id,
    verdict,
    conditions: unmet.map((condition) => ({ id: condition, outcome: 'unmet', text: {}, source: 'S00' })),
  })
  const assessment = (...programmes: Answer[]): Assessment => ({
    on,
    programmes,
    asks: [],
    package: { total: 0, items: [] },
  })
  expect(
    stepsOf(
      assessment(
        answer('nifs', 'ineligible', 'incorporatedInHongKong'),
        answer('nias', 'conditional', 'incorporatedInHongKong'),
        answer('rth-nias', 'conditional', 'approvedNiasProject'),
        answer('rth', 'eligible'),
        answer('itif', 'informationOnly'),
      ),
    ),
  ).toEqual([
    { kind: 'incorporate', programmes: ['nias'] },
    { kind: 'apply', programmes: ['nias', 'rth'] },
    { kind: 'afterNias', programmes: ['rth-nias'] },
  ])
  expect(stepsOf(assessment())).toEqual([])
})
