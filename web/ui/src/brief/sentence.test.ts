import { describe, expect, it } from 'vitest'
import type { Criterion, Machine } from '../api/types'
import { type BriefState, emptyBrief, fromAddress, toAddress } from './address'
import { reread, withText } from './reread'
import { briefOf, type BriefReading, emptyReading, openQuestions, piecesOf, readOn } from './sentence'

const area = (limit: number): Criterion => ({ attribute: 'area', op: 'atLeast', strength: 'must', weight: 5, limit })
const rent = (limit: number): Criterion => ({ attribute: 'rent', op: 'atMost', strength: 'must', weight: 5, limit })
const covers = (value: string): Criterion => ({
  attribute: 'capabilities',
  op: 'covers',
  strength: 'must',
  weight: 5,
  value,
})

/** A criterion with the words that it was read from. */
function at(text: string, words: string, criterion: Criterion) {
  const start = text.indexOf(words)
  return { from: [start, start + words.length], strength: 'must' as const, weight: 5, ...criterion }
}

const text = 'We need 800 m² at $16 psf and CNC on a quiet floor'
const reading = {
  boards: [
    { board: 'sites', criteria: [at(text, '800 m²', area(800)), at(text, '$16 psf', rent(172))] },
    { board: 'partners', criteria: [at(text, 'CNC', covers('cnc'))] },
  ],
  questions: [
    {
      words: 'quiet floor',
      from: at(text, 'quiet floor', area(0)).from,
      choices: [
        {
          label: { en: 'Vibration-controlled' },
          board: 'sites',
          criterion: { attribute: 'vibrationControlled', op: 'is', strength: 'must', weight: 5, value: true },
        },
      ],
    },
  ],
  ignored: [],
} satisfies BriefReading
const brief = withText(emptyBrief, emptyReading, text, reading)
const told = (state: BriefState, board: 'sites' | 'partners') =>
  piecesOf(state, reading, board).pieces.map(({ kind, text }) => `${kind}:${text}`)

describe('A text that is read', () => {
  it('asks of each board what it says of it', () =>
    expect(brief.criteria).toEqual({ sites: [area(800), rent(172)], partners: [covers('cnc')] }))

  it('shows each criterion in place of its words, and every word', () => {
    expect(told(brief, 'sites')).toEqual([
      'words:We need ',
      'criterion:800 m²',
      'words: at ',
      'criterion:$16 psf',
      'words: and ',
      'elsewhere:CNC',
      'words: on a ',
      'question:quiet floor',
    ])
    for (const board of ['sites', 'partners'] as const)
      expect(
        piecesOf(brief, reading, board)
          .pieces.map((piece) => piece.text)
          .join(''),
      ).toBe(text)
  })

  it('keeps a wish beside the must on the same, and changes each by itself', () => {
    const wished = (limit: number): Criterion => ({ ...area(limit), strength: 'prefer' })
    const said = (text: string, least: number, wish: number) => ({
      ...emptyReading,
      boards: [
        { board: 'sites' as const, criteria: [at(text, '800', area(least)), at(text, 'ideally', wished(wish))] },
      ],
    })
    const [first, second] = ['800 m², ideally 1000', '800 m², ideally 1200']
    const before = said(first, 800, 1000)
    const asked = withText(emptyBrief, emptyReading, first, before)
    expect(asked.criteria.sites).toEqual([area(800), wished(1000)])
    expect(piecesOf(asked, before, 'sites').pieces.map(({ text }) => text)).toEqual([
      '800',
      ' m², ',
      'ideally',
      ' 1000',
    ])
    const changed = { ...asked, criteria: { sites: [area(700), wished(1000)] } }
    expect(withText(changed, before, second, said(second, 800, 1200)).criteria.sites).toEqual([area(700), wished(1200)])
  })

  it('leaves the words where their criterion was left out, and lists what no words stand for', () => {
    const changed = { ...brief, criteria: { ...brief.criteria, sites: [rent(172), area(1), covers('x')] } }
    expect(piecesOf({ ...changed, criteria: { sites: [rent(1)] } }, reading, 'sites').pieces[0]).toEqual({
      kind: 'words',
      text: 'We need 800 m² at ',
    })
    expect(piecesOf(changed, reading, 'sites').rest).toEqual([2])
  })

  it('puts an answer in place of its question', () => {
    const { criterion } = reading.questions[0]!.choices[0]!
    const answered = { ...brief, criteria: { sites: [...brief.criteria.sites!, criterion] } }
    expect(told(answered, 'sites').at(-1)).toBe('criterion:quiet floor')
    expect(openQuestions(answered.criteria, [], reading)).toEqual([])
  })

  it('asks nothing about words that the reader skips', () =>
    expect(told({ ...brief, skipped: ['quiet floor'] }, 'sites').at(-1)).toBe('words: on a quiet floor'))
})

it('A text alone makes the Brief that reading it makes', () => expect(briefOf(text, reading)).toEqual(brief))

describe('A text that is changed', () => {
  const before = readOn(reading, 'sites')
  it('keeps what was changed by hand while its words stay', () =>
    expect(reread([area(900), rent(172)], before, before)).toEqual([area(900), rent(172)]))
  it('takes what it says otherwise, and drops what it says no more', () =>
    expect(reread([area(900), rent(172)], before, [{ ...before[0]!, ...area(700) }])).toEqual([area(700)]))
  it('does not bring back what was left out by hand', () =>
    expect(reread([rent(172)], before, before)).toEqual([rent(172)]))
  it('leaves alone what was added by hand', () => expect(reread([covers('x')], before, [])).toEqual([covers('x')]))
  it('forgets what was skipped once its words are gone', () =>
    expect(withText({ ...brief, skipped: ['quiet floor', 'CNC'] }, reading, 'CNC', emptyReading).skipped).toEqual([
      'CNC',
    ]))
  it('may ask for two codes of one attribute', () => {
    const two = [at('a b', 'a', covers('a')), at('a b', 'b', covers('b'))]
    expect(reread([], [], two)).toEqual([covers('a'), covers('b')])
  })
})

it('Words with others of their own between them are one stretch', () => {
  const text = 'in Kwun Tong or Kowloon Bay, 150 psf'
  const district = at(text, 'Kwun Tong or Kowloon Bay', { attribute: 'district', op: 'anyOf', values: ['a', 'b'] })
  const parts = [
    [3, 12],
    [16, 27],
  ]
  const read: BriefReading = {
    boards: [
      { board: 'sites', criteria: [{ ...district, parts }, at(text, '150 psf', rent(1))] },
      { board: 'partners', criteria: [{ ...district, parts }] },
    ],
    questions: [],
    ignored: [],
  }
  const state = withText(emptyBrief, emptyReading, text, read)
  expect(piecesOf(state, read, 'sites').pieces.map((piece) => piece.text)).toEqual([
    'in ',
    'Kwun Tong or Kowloon Bay',
    ', ',
    '150 psf',
  ])
})

it('Words with those of another between them are shown where their number stands', () => {
  const apart = '樓底 觀塘 14呎'
  const parts = [
    [0, 2],
    [6, 9],
  ]
  const headroom = { ...at(apart, apart, { attribute: 'headroom', op: 'atLeast', limit: 4.27 }), parts }
  const district = at(apart, '觀塘', { attribute: 'district', op: 'anyOf', values: ['a'] })
  const read: BriefReading = {
    boards: [{ board: 'sites', criteria: [headroom, district] }],
    questions: [],
    ignored: [],
  }
  const state = withText(emptyBrief, emptyReading, apart, read)
  expect(piecesOf(state, read, 'sites').pieces.map((piece) => piece.text)).toEqual(['樓底 ', '觀塘', ' ', '14呎'])
})

it('Parts side by side are one, and words far off leave them their place', () => {
  const text = '想搵8000呎左右，負荷100磅，安靜樓面'
  const parts = [
    [2, 7],
    [7, 9],
    [18, 20],
  ]
  const area = { ...at(text, text, { attribute: 'area', op: 'atLeast', limit: 743 }), from: [2, 20], parts }
  const read: BriefReading = {
    boards: [{ board: 'sites', criteria: [area, at(text, '負荷100磅', rent(1))] }],
    questions: [],
    ignored: [],
  }
  const state = withText(emptyBrief, emptyReading, text, read)
  expect(piecesOf(state, read, 'sites').pieces.map((piece) => piece.text)).toEqual([
    '想搵',
    '8000呎左右',
    '，',
    '負荷100磅',
    '，安靜樓面',
  ])
})

describe('Machines that a text names', () => {
  const mill: Machine = { name: 'CNC mill', mass: 3000, length: 2.6, width: 2.3, height: 2.6 }
  const mri: Machine = { name: 'MRI', mass: 6000, length: 2.2, width: 2.1, height: 2.4 }
  const oven: Machine = { name: 'oven', mass: 1200, length: 2, width: 2, height: 2 }
  const takes = (...machines: Machine[]): Criterion => ({
    attribute: 'path',
    op: 'takes',
    strength: 'must',
    weight: 5,
    fixed: true,
    machines,
  })
  const said = 'a CNC mill, 800 m² and one MRI'
  const each = [
    [2, 10],
    [23, 30],
  ]
  const of = (text: string, criterion: Criterion, words: number[][]): BriefReading => ({
    ...emptyReading,
    boards: [
      {
        board: 'sites',
        criteria: [
          at(text, '800 m²', area(800)),
          {
            ...criterion,
            strength: 'must',
            weight: 5,
            from: [words[0]![0]!, words.at(-1)![1]!],
            parts: words,
            each: words,
          },
        ],
      },
    ],
  })
  const read = of(said, takes(mill, mri), each)
  const asked = withText(emptyBrief, emptyReading, said, read)
  const machinesOf = (state: BriefState) =>
    piecesOf(state, read, 'sites').pieces.flatMap((piece) =>
      piece.kind === 'criterion' && piece.machine !== undefined ? [[piece.text, piece.machine, piece.asRead]] : [],
    )

  it('stand each in place of its words', () => {
    expect(asked.criteria.sites).toEqual([area(800), takes(mill, mri)])
    expect(machinesOf(asked)).toEqual([
      ['CNC mill', 0, true],
      ['one MRI', 1, true],
    ])
    expect(piecesOf(asked, read, 'sites').rest).toEqual([])
  })

  it('leave their words where they are taken back, and are shown where they are changed', () => {
    expect(machinesOf({ ...asked, criteria: { sites: [area(800), takes(mri)] } })).toEqual([['one MRI', 0, true]])
    expect(machinesOf({ ...asked, criteria: { sites: [takes({ ...mill, mass: 9 }, mri)] } })).toEqual([
      ['CNC mill', 0, false],
      ['one MRI', 1, true],
    ])
  })

  it('are all shown together once one is added by hand', () => {
    const more = { ...asked, criteria: { sites: [area(800), takes(mill, mri, oven)] } }
    expect(machinesOf(more)).toHaveLength(2)
    expect(piecesOf(more, read, 'sites').rest).toEqual([1])
  })

  it('come and go with the text, and leave alone those that were added by hand', () => {
    const more = { ...asked, criteria: { sites: [area(800), takes(mill, mri, oven)] } }
    const text = '800 m² and one MRI'
    expect(withText(more, read, text, of(text, takes(mri), [[11, 18]])).criteria.sites).toEqual([
      area(800),
      takes(mri, oven),
    ])
    expect(withText(asked, read, '', emptyReading).criteria.sites).toEqual([])
  })

  it('are the same in an address, which orders their fields otherwise', () => {
    const again = fromAddress(toAddress(asked))!
    expect(machinesOf(again).map(([, , asRead]) => asRead)).toEqual([true, true])
  })
})
