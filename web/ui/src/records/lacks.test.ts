import { describe, expect, it } from 'vitest'
import type { BoardRecord } from '../api/types'
import { completeness, lackedCertifications, lacksOf } from './lacks'

const record = (values: BoardRecord['values']): BoardRecord => ({ id: 'r', version: 1, values })
const firm = record({ capabilities: ['process/machining/cnc'], certifications: ['iso-9001', 'iso-13485@2026-06-30'], employees: 0, exporter: false })
const today = '2026-11-23'

describe('A firm', () => {
  it('is as complete as its facts are known; zero and no are known', () => {
    expect(completeness(firm, ['capabilities', 'employees', 'exporter', 'founded'])).toEqual({ known: 3, all: 4, percent: 75, missing: ['founded'] })
    expect(completeness(record({}), []).percent).toBe(100)
  })
  it('lacks a certification that has ended', () => {
    expect(lacksOf(firm, record({ needs: ['process/machining'], certifications: ['iso-13485'] }), today)).toEqual([{ attribute: 'certifications', code: 'iso-13485' }])
    expect(lacksOf(firm, record({ needs: ['process/machining'], certifications: ['iso-13485'] }), '2026-06-30')).toEqual([])
  })
  it('is told of certifications for needs within its capabilities alone, most wanted first', () => {
    const needs = [
      record({ needs: ['process/machining'], certifications: ['as-9100'] }), record({ needs: ['process/machining/cnc'], certifications: ['iso-13485'] }),
      record({ needs: ['process/machining/cnc'], certifications: ['iso-13485'] }), record({ needs: ['process/casting'], certifications: ['iso-14001'] }), record({ certifications: ['iso-45001'] }),
    ]
    expect(lackedCertifications(firm, needs, today)).toEqual([{ code: 'iso-13485', count: 2 }, { code: 'as-9100', count: 1 }])
  })
})
