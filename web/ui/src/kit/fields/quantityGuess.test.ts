import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Attribute } from '../../api/types'
import { interpret } from './QuantityField'

const read = (path: string) => readFileSync(new URL(`../../../../../${path}`, import.meta.url), 'utf8')

/** The cells of each row; the files have no line breaks in cells. */
const rows = (text: string) =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|\r?$)/g)].map(([, cell]) =>
        cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!,
      ),
    )

const numbers = new Map(
  rows(read('grains/Matchmaker.Matching/Boards/attributes.csv'))
    .filter(([, , kind]) => kind === 'number')
    .map(([board, code, , unit, step, min, max]) => [
      code!,
      {
        board,
        code,
        kind: 'number',
        unit,
        step: Number(step),
        min: Number(min),
        max: Number(max),
      } as unknown as Attribute,
    ]),
)

const vectors = rows(read('tests/Matching.Tests/Reading/vectors.csv')).filter(([, attribute]) =>
  numbers.has(attribute!),
)

it('guesses what the server reads, or nothing', () => {
  expect(vectors.length).toBeGreaterThan(150)
  const wrong = vectors.flatMap(([text, code, expected]) => {
    const attribute = numbers.get(code!)!
    const { value } = interpret(text!, attribute, attribute.unit)
    const isRight = value === undefined || String(value) === expected
    return isRight ? [] : [`${code} ${text}: ${value}, not ${expected}`]
  })
  expect(wrong).toEqual([])
})
