import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(css|tsx?)$/.test(file))
const isColor = /#[0-9a-f]{3,8}\b(?!['"]?\])|\brgba?\(|\bhsla?\(/i

it('is the one place of colours, so that both themes have each of them', () => {
  const found = sources
    .filter((file) => !/tokens\.|schema\.gen|\.test\./.test(file))
    .flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .filter((line) => isColor.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    )
  expect(found).toEqual([])
})

it('gives each colour a light and a dark value', () => {
  const tokens = readFileSync(join(root, 'kit/theme/tokens.css'), 'utf8')
  const pairs = [...tokens.matchAll(/^ {2}(--[\w-]+): (.*);$/gm)].filter(([, , value]) => isColor.test(value!))
  expect(pairs.length).toBeGreaterThan(30)
  for (const [, name, value] of pairs)
    if (!name!.startsWith('--shadow')) expect(value, name).toMatch(/^light-dark\(.+\)$/)
})

it('defines every property that a style reads, since a missing colour draws black', () => {
  const texts = sources
    .filter((file) => !/schema\.gen|\.test\./.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'))
  const names = (pattern: RegExp) =>
    new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name)))
  const defined = names(/(--[\w-]+)['"]?\]?\s*[:,]/g)
  const read = [...names(/var\((--[\w-]+)/g)]
  expect(read.length).toBeGreaterThan(40)
  expect(read.filter((name) => !defined.has(name))).toEqual([])
})
