import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Plugin } from 'vite'

type Tree = { [key: string]: string | Tree }

/** Texts that are asked for by the code of a board alone, as in t(`${board}.count`). */
export const boardTexts = ['sites.', 'partners.', 'research.', 'opportunities.']

/** Parts the texts of a language: `?first` has those that code may name which is read at once, `?rest` the others. */
export function firstTexts(...entries: [string, ...string[]]): Plugin {
  const home = dirname(entries[0])
  let starts: string[] | undefined
  return {
    name: 'first-texts',
    enforce: 'pre',
    resolveId(source, importer) {
      const [, file, part] = /^(\..*)\.json\?(first|rest)$/.exec(source) ?? []
      return file && importer ? `\0${part}:${relative(home, join(dirname(importer), file))}` : null
    },
    load(id) {
      const [, part, file] = /^\0(first|rest):(.*)$/.exec(id) ?? []
      if (!file) return null
      starts ??= keysNamedFrom(...entries)
      const path = join(home, `${file}.json`)
      this.addWatchFile(path)
      const texts = flat(JSON.parse(readFileSync(path, 'utf8')) as Tree)
      const wanted = texts.filter(([key]) => isNamed(key, starts!) === (part === 'first'))
      return `export default ${JSON.stringify(Object.fromEntries(wanted))}`
    },
  }
}

const flat = (tree: Tree, start = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[start + key, value] as [string, string]] : flat(value, `${start}${key}.`),
  )

/** A key without a group is short, and may be anybody's. */
export const isNamed = (key: string, starts: string[]) =>
  !key.includes('.') || starts.some((start) => key.startsWith(start))

/** What may be a key, or the start of one, in modules and in those that they import at once. */
export function keysNamedFrom(...entries: string[]): string[] {
  const sources = [...new Set(entries.flatMap((entry) => [...closureOf(entry)]))].map((file) =>
    readFileSync(file, 'utf8'),
  )
  const named = sources.flatMap((source) => [...source.matchAll(/['"`]([a-z]\w*\.[\w.]*)/g)].map((found) => found[1]!))
  return [...new Set([...boardTexts, ...named])]
}

function closureOf(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen
  seen.add(entry)
  const imports = readFileSync(entry, 'utf8').matchAll(/^(?:import|export)(?! type\b)(?:[^'"]*? from)? '(\.[^']+)'/gm)
  for (const [, path] of imports) {
    const base = join(dirname(entry), path!)
    const file = [base, `${base}.ts`, `${base}.tsx`].find((name) => /\.tsx?$/.test(name) && existsSync(name))
    if (file) closureOf(file, seen)
  }
  return seen
}
