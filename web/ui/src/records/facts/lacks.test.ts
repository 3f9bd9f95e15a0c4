import { describe, expect, it } from 'vitest'
import type { BoardRecord, Value } from '../../api/types'
import { completeness, lackedCertifications, lacksOf, openingClaims, suppliable } from './lacks'

const record = (values: Record<string, Value>): BoardRecord => ({ id: 'x', version: 1, public: true, values })
const firm = record({ capabilities: ['process/machining/cnc'], certifications: ['iso-9001', 'iso-14001@2026-01-01'] })
const today = '2026-11-25'

describe('What a firm lacks', () => {
  it('is what a need asks for and it does not claim; a certification that ended is not claimed', () =>
    expect(
      lacksOf(
        firm,
        record({ needs: ['process/machining', 'process/welding'], certifications: ['iso-9001', 'iso-14001'] }),
        today,
      ),
    ).toEqual([
      { attribute: 'capabilities', code: 'process/welding' },
      { attribute: 'certifications', code: 'iso-14001' },
    ]))

  it('counts the needs within its capabilities that each certification would open', () => {
    const needs = [
      record({ needs: ['process/machining'], certifications: ['iso-13485'] }),
      record({ needs: ['process/machining/cnc'], certifications: ['iso-13485', 'iso-14001'] }),
      record({ needs: ['process/welding'], certifications: ['iso-3834'] }),
      record({ certifications: ['iso-27001'] }),
    ]
    expect(lackedCertifications(firm, needs, today)).toEqual([
      { code: 'iso-13485', count: 2 },
      { code: 'iso-14001', count: 1 },
    ])
  })

  it('is one claim away from a need where nothing else is missing', () => {
    const needs = [
      record({ needs: ['process/machining'], certifications: ['iso-13485'] }),
      record({ needs: ['process/machining/cnc'], certifications: ['iso-13485'] }),
      record({ needs: ['process/welding'] }),
      record({ needs: ['process/welding'], certifications: ['iso-3834'] }),
      record({ needs: ['process/machining'], certifications: ['iso-9001'] }),
    ]
    expect(openingClaims(firm, needs, today)).toEqual([
      { attribute: 'certifications', code: 'iso-13485', count: 2 },
      { attribute: 'capabilities', code: 'process/welding', count: 1 },
    ])
    expect(suppliable(firm, needs, today)).toEqual([needs[4]])
  })
})

it('A profile is as complete as the facts that it knows', () =>
  expect(completeness(firm, ['capabilities', 'employees', 'certifications', 'founded'])).toEqual({
    known: 2,
    all: 4,
    percent: 50,
    missing: ['employees', 'founded'],
  }))
