import { useSyncExternalStore } from 'react'
import type { Named } from '../api/types'
import { formatter } from './format'
import { laterCode } from '../kit/later/code'
import { entryOf, type Language, plain } from './languages'
import { type Texts, textOf, type Values } from './texts'

type Load = () => Promise<{ default: Texts }>

/** The texts that the first list may show, and all others, which come after it: firstTexts.ts parts them. */
const loaders: Record<Language, { first: Load; rest: Load }> = {
  'zh-Hant': { first: () => import('./zh-Hant.json?first'), rest: () => import('./zh-Hant.json?rest') },
  'zh-Hans': { first: () => import('./zh-Hans.json?first'), rest: () => import('./zh-Hans.json?rest') },
  en: { first: () => import('./en.json?first'), rest: () => import('./en.json?rest') },
}

/** Words, numbers and authored texts in a language: one object for one language, as what depends on it is kept. */
export interface Words {
  /** The text of a key; empty until the texts that come after the first list are there. */
  t: (key: string, values?: Values) => string
  language: Language
  text: (named: Named | undefined) => string
  format: ReturnType<typeof formatter>
}

const restAfter = 1_000 // ms: the first list has been asked for, and mostly drawn
const listeners = new Set<() => void>()
let wanted: Language = 'zh-Hant'
let shown: Language | undefined
let isWhole = false
let words = wordsOf({}) // until the first texts are there

/** Words, numbers and authored texts in the reader's language. */
export const useWords = () => useSyncExternalStore(subscribe, read, read)

/** Shows the page in a language. At first its other texts follow by themselves. */
export async function setLanguage(language: Language) {
  wanted = language
  if (shown === language) return
  if (shown !== undefined) return allTexts() // what is on the screen may show any text
  const first = await laterCode(loaders[language].first)
  if (wanted !== language) return
  show(first.default, false)
  setTimeout(() => void allTexts().catch(() => {}), restAfter)
}

/** Waits until every text of the wanted language is there. */
export async function allTexts() {
  const language = wanted
  if (shown === language && isWhole) return
  const { first, rest } = loaders[language]
  const parts = await laterCode(() => Promise.all([first(), rest()]))
  if (wanted === language) show({ ...parts[0].default, ...parts[1].default }, true)
}

/** Code that is read later, together with the texts that it may show. */
export const withTexts =
  <Module>(load: () => Promise<Module>) =>
  async () =>
    (await Promise.all([laterCode(load), allTexts().catch(() => {})]))[0]

function show(texts: Texts, whole: boolean) {
  if (shown === wanted && (isWhole || !whole)) return
  shown = wanted
  isWhole = whole
  words = wordsOf(texts)
  document.documentElement.lang = entryOf(shown).tag
  listeners.forEach((listener) => listener())
}

function wordsOf(texts: Texts): Words {
  const language = wanted
  const whole = isWhole
  const plurals = new Intl.PluralRules(language)
  return {
    t: (key, values = {}) => textOf(texts, key, values, plurals) ?? (whole ? String(values.defaultValue ?? key) : ''),
    language,
    text: (named) => plain(named, language),
    format: formatter(language),
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function read() {
  return words
}
