import { describe, expect, it } from 'vitest'
import type { KeptAssessment } from '../api/programmes'
import { same } from '../api/same'
import { messages, assessmentTopic } from '../live/topics'
import { applicantId, audienceOf, beginning, type Party } from './applicants'
import { factsOf } from './programmes'

const enterprise: Party = { collection: 'enterprises', id: 'p1' }
const firm: Party = { collection: 'firms', id: 'p1' }
const nothing = { facts: { strategicIndustry: 'lifeAndHealth' } } as KeptAssessment
const kept = (facts: KeptAssessment['facts']) =>
  ({ applicant: { id: 'x', version: 1, facts }, facts }) as KeptAssessment

describe('An applicant', () => {
  it('is told apart from a party of another kind with its id', () => {
    expect([applicantId(enterprise), applicantId(firm)]).toEqual(['p1', 'firms/p1'])
    const { key } = messages.Assessment('firms/p1', [])
    expect(assessmentTopic(applicantId(firm)).key).toBe(key)
    expect(assessmentTopic(applicantId(enterprise)).key).not.toBe(key)
  })

  it('begins with what is kept, also where it differs from what its listing lets expect', () => {
    const facts = { manufacturer: false, trainingCosts: 900_000, projects: [] }
    for (const party of [enterprise, firm]) expect(factsOf(beginning(party, '2026-11-25', kept(facts)))).toEqual(facts)
    expect(factsOf(beginning(firm, '2026-11-25', kept({})))).toEqual({})
  })

  it('that has kept nothing begins with its industry, and a firm as a manufacturer', () => {
    expect(factsOf(beginning(enterprise, '2026-11-25', nothing))).toEqual({ strategicIndustry: 'lifeAndHealth' })
    expect(factsOf(beginning(firm, '2026-11-25', nothing))).toEqual({
      manufacturer: true,
      strategicIndustry: 'lifeAndHealth',
    })
    expect([audienceOf(enterprise), audienceOf(firm)]).toEqual(['enterprise', 'manufacturer'])
  })

  it('has kept what it says in whatever order it was said, and nothing else', () => {
    const line = { id: '1', kind: 'smartLine', approvedCost: 3 } as const
    const said = { manufacturer: true, listed: false, projects: [line, { ...line, id: '2' }] }
    const [{ id, kind, approvedCost }, other] = said.projects as [typeof line, typeof line]
    expect(same(said, { listed: false, projects: [{ approvedCost, id, kind }, other], manufacturer: true })).toBe(true)
    expect(same(said, { ...said, projects: [other, line] })).toBe(false)
    expect(same(said, { ...said, listed: true })).toBe(false)
    expect(same(said, {})).toBe(false)
  })
})
