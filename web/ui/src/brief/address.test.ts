import { describe, expect, it } from 'vitest'
import type { Criterion } from '../api/types'
import { briefPath, emptyBrief, fromAddress, pathOfEarlier, requirementPath, toAddress, withBrief } from './address'

const must = (rest: Partial<Criterion> & Pick<Criterion, 'attribute' | 'op'>): Criterion => ({
  strength: 'must',
  weight: 5,
  ...rest,
})

const criteria: Criterion[] = [
  must({ attribute: 'rent', op: 'atMost', limit: 172.2, ideal: 150 }),
  must({ attribute: 'area', op: 'between', min: 300, max: 2500, ideal: 800, strength: 'prefer', weight: 7 }),
  must({ attribute: 'availableFrom', op: 'atMost', limit: '2027-06-30', fixed: true }),
  must({ attribute: 'gas', op: 'is', value: false }),
  must({ attribute: 'district', op: 'anyOf', values: ['kwunTong', 'a_b*c.d!e~f'], preferred: ['kwunTong'] }),
  must({ attribute: 'district', op: 'anyOf', values: [] }),
  must({ attribute: 'uses', op: 'covers', value: 'process/machining' }),
  must({ attribute: 'location', op: 'within', limit: 500, of: { lat: 22.31206, lon: 114.22653 } }),
  // Codes that look like something else read back as codes.
  must({ attribute: 'x', op: 'covers', value: '12' }),
  must({ attribute: 'x', op: 'covers', value: 'true' }),
  must({ attribute: 'x', op: 'covers', value: '!2a' }),
  must({ attribute: 'rent', op: 'atMost' }),
  must({
    attribute: 'path',
    op: 'takes',
    fixed: true,
    machines: [
      { name: '數控_銑床 1.5~2', mass: 4200, length: 2.6, width: 2.35, height: 2.6, feet: 6, power: 40, count: 2 },
      { mass: 900, length: 1.2, width: 1, height: 2, crate: { length: 1.3, width: 1.1, height: 2.2 } },
      { mass: 900, length: 1.2, width: 1, height: 2, power: 0, crate: { mass: 80, length: 1, width: 1, height: 1.01 } },
    ],
  }),
]

const brief = {
  text: '找8000呎，樓底14呎 & more = 100%',
  criteria: { sites: criteria, partners: [] },
  skipped: ['more', '呎'],
  combine: 3,
}

describe('The address of a Brief', () => {
  it('reads back as the same Brief, whatever it holds', () =>
    expect(fromAddress(new URLSearchParams(toAddress(brief).toString()))).toEqual(brief))

  it('tells a board that asks nothing from one that nobody asked', () => {
    expect(fromAddress(new URLSearchParams('partners='))?.criteria).toEqual({ partners: [] })
    expect(fromAddress(new URLSearchParams('tab=sites'))).toBeUndefined()
  })

  it('keeps what else the address holds', () => {
    const search = withBrief(new URLSearchParams('match=b1/s1&sites=old_is&tab=sites&q=old&combine=4'), emptyBrief)
    expect(search.toString()).toBe('match=b1%2Fs1&tab=sites')
  })

  it.each(['', '1', '7', '2.5', '03', 'two'])('takes no number of spaces together but 2 to 6: %s', (text) =>
    expect(fromAddress(new URLSearchParams(`sites=&combine=${text}`))).toEqual({
      ...emptyBrief,
      criteria: { sites: [] },
    }),
  )

  it('is short: a number costs no more than its words', () =>
    expect(requirementPath('sites', [criteria[0]!])).toBe('/brief?sites=rent_atMost_l172.2_i150&tab=sites'))

  it('opens one of the matches', () =>
    expect(new URL(briefPath(brief, 'sites', { match: 'b1/s1+b1/s2' }), 'http://x').searchParams.get('match')).toBe(
      'b1/s1+b1/s2',
    ))

  it.each(['sites=', 'sites=*', 'sites=rent', 'sites=rent_atMost_zz', 'sites=%F0%9F%8F%AD', 'sites=_', 'q=%'])(
    'is read without harm when somebody has broken it: %s',
    (text) => expect(() => fromAddress(new URLSearchParams(text))).not.toThrow(),
  )
})

// Addresses that stand in mails: what they mean never changes.
describe('An address of an earlier release', () =>
  it.each<[string, Criterion[]]>([
    ['sites=rent_atMost_l172.2', [must({ attribute: 'rent', op: 'atMost', limit: 172.2 })]],
    [
      'sites=area_between_n300_x2500_i800_w7_q*gas_is_vfalse_f',
      [
        must({ attribute: 'area', op: 'between', min: 300, max: 2500, ideal: 800, weight: 7, strength: 'prefer' }),
        must({ attribute: 'gas', op: 'is', value: false, fixed: true }),
      ],
    ],
    [
      'sites=district_anyOf_skwunTong.kowloonBay_pkwunTong*location_within_l500_o22.3~114.2',
      [
        must({ attribute: 'district', op: 'anyOf', values: ['kwunTong', 'kowloonBay'], preferred: ['kwunTong'] }),
        must({ attribute: 'location', op: 'within', limit: 500, of: { lat: 22.3, lon: 114.2 } }),
      ],
    ],
  ])('%s', (address, expected) => expect(fromAddress(new URLSearchParams(address))?.criteria.sites).toEqual(expected)))

describe('The address of a board, as it was before the Brief', () => {
  const path = (search: string) => new URL(pathOfEarlier('sites', new URLSearchParams(search)), 'http://x')
  it('leads to the same requirement and match', () => {
    const { searchParams } = path(`criteria=${encodeURIComponent(JSON.stringify(criteria))}&match=b1/s1&compare=a,b`)
    expect(fromAddress(searchParams)?.criteria).toEqual({ sites: criteria })
    expect([searchParams.get('tab'), searchParams.get('match'), searchParams.get('compare')]).toEqual([
      'sites',
      'b1/s1',
      'a,b',
    ])
  })
  it.each(['', 'criteria=', 'criteria={', 'criteria=3'])('leads to the own Brief where it says nothing: %s', (search) =>
    expect(fromAddress(path(search).searchParams)).toBeUndefined(),
  )
})
