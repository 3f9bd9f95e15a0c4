import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Attribute, Criterion, Op } from '../../api/types'
import { allTexts, setLanguage } from '../../i18n/i18n'
import { LiftedNote } from './LiftedNote'
import { type Lifted, settle } from './leftovers'

const rent = (rest: Partial<Criterion>): Criterion => ({
  attribute: 'rent',
  op: 'atMost',
  strength: 'must',
  weight: 5,
  ...rest,
})

describe('A change that contradicts a leftover', () => {
  it.each<[Op, Partial<Criterion>, Partial<Criterion>]>([
    ['atMost', { limit: 260, ideal: 170 }, { limit: 150 }],
    ['atLeast', { limit: 5, ideal: 7.5 }, { limit: 10 }],
    ['within', { limit: 2000, ideal: 500 }, { limit: 400 }],
    ['between', { min: 300, max: 2500, ideal: 800 }, { min: 1000 }],
    ['between', { min: 300, max: 2500, ideal: 800 }, { max: 700 }],
    ['atMost', { limit: '2027-06-01', ideal: '2027-03-01' }, { limit: '2027-01-01' }],
  ])('lifts the ideal of %s and says which', (op, start, change) => {
    const before = rent({ op, ...start })
    const { criteria, lifted } = settle([], [before], [{ ...before, ...change }])
    expect(criteria[0]).not.toHaveProperty('ideal')
    expect(criteria[0]).toMatchObject(change)
    expect(lifted).toEqual([{ attribute: 'rent', ideal: start.ideal }])
  })

  it('lifts preferred codes that are no longer accepted, and keeps the others', () => {
    const before = rent({ attribute: 'district', op: 'anyOf', values: ['a', 'b'], preferred: ['a', 'b'] })
    const { criteria, lifted } = settle([], [before], [{ ...before, values: ['b'] }])
    expect(criteria[0]!.preferred).toEqual(['b'])
    expect(lifted).toEqual([{ attribute: 'district', preferred: ['a'] }])
  })

  it('gives it back once it fits again, so that typing 300 by way of 3 loses nothing', () => {
    let now = { criteria: [rent({ limit: 260, ideal: 170 })], lifted: [] as Lifted[] }
    for (const limit of [3, 30, 300]) now = settle(now.lifted, now.criteria, [{ ...now.criteria[0]!, limit }])
    expect(now).toEqual({ criteria: [rent({ limit: 300, ideal: 170 })], lifted: [] })
  })

  it('leaves an ideal that somebody types, beside which the server says what is wrong', () => {
    const before = rent({ limit: 260 })
    const typed = { ...before, ideal: 300 }
    expect(settle([], [before], [typed])).toEqual({ criteria: [typed], lifted: [] })
  })

  it('forgets what was lifted where another ideal is typed or the criterion goes', () => {
    const held = [{ attribute: 'rent', ideal: 170 }]
    const before = rent({ limit: 150 })
    expect(settle(held, [before], [{ ...before, ideal: 120 }]).lifted).toEqual([])
    expect(settle(held, [before], [])).toEqual({ criteria: [], lifted: [] })
  })

  it('is mended where a requirement comes with it, from an address or an earlier visit', () =>
    expect(settle([], [], [rent({ limit: 150, ideal: 170 })]).lifted).toHaveLength(1))

  it('touches nothing that does not contradict', () => {
    const criteria = [rent({ limit: 260, ideal: 260 }), rent({ attribute: 'area', op: 'between', min: 1, ideal: 5 })]
    expect(settle([], criteria, criteria)).toEqual({ criteria, lifted: [] })
  })
})

describe('What is said of it', () => {
  it.each(['zh-Hant', 'zh-Hans', 'en'] as const)('names the condition and the value in %s', async (language) => {
    await setLanguageOf(language)
    const label = { en: 'Rent', zhHant: '租金', zhHans: '租金' }
    const attribute = {
      code: 'rent',
      kind: 'number',
      unit: 'HKD/m2/month',
      label,
      ops: ['atMost'],
    } as unknown as Attribute
    const schema = { attributes: [attribute], byCode: new Map([['rent', attribute]]) }
    const text = renderToStaticMarkup(<LiftedNote lifted={[{ attribute: 'rent', ideal: 129.2 }]} schema={schema} />)
    expect(text).toContain(language === 'en' ? 'Rent' : '租金')
    expect(text).toContain('$12/')
    expect(text).toContain('role="status"')
  })
})

/** Without the page's own element, which takes the language too. */
async function setLanguageOf(language: 'zh-Hant' | 'zh-Hans' | 'en') {
  globalThis.document ??= { documentElement: {} } as Document
  await setLanguage(language)
  await allTexts()
}
