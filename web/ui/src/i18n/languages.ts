import type { LocalText, Named } from '../api/types'

export type Language = 'zh-Hant' | 'zh-Hans' | 'en'
export type Prefix = 'tc' | 'sc' | 'en'

interface LanguageEntry {
  language: Language
  prefix: Prefix
  /** The `lang` attribute of the page. */
  tag: string
  /** The locale of React Aria's own strings, which has no zh-HK. */
  aria: string
  short: string
  full: string
}

export const languages: readonly LanguageEntry[] = [
  { language: 'zh-Hant', prefix: 'tc', tag: 'zh-Hant-HK', aria: 'zh-TW', short: '繁', full: '繁體中文' },
  { language: 'zh-Hans', prefix: 'sc', tag: 'zh-Hans', aria: 'zh-CN', short: '简', full: '简体中文' },
  { language: 'en', prefix: 'en', tag: 'en', aria: 'en-GB', short: 'EN', full: 'English' },
]

export const entryOfPrefix = (prefix: string | undefined) => languages.find((entry) => entry.prefix === prefix)
export const entryOf = (language: string) => languages.find((entry) => entry.language === language) ?? languages[0]!

const chosenKey = 'matchmaker.language'

/** Remembers the language that the reader saw last. */
export const rememberLanguage = (language: Language) => localStorage.setItem(chosenKey, language)

/** The language of an address that names none: the last one, else the first of the browser's that there is. */
export function firstPrefix(): Prefix {
  const chosen = localStorage.getItem(chosenKey)
  return languages.find(({ language }) => language === chosen)?.prefix ?? prefixFor(navigator.languages)
}

/** Traditional Chinese where a reader asks for none of the page's languages. */
export function prefixFor(asked: readonly string[]): Prefix {
  for (const tag of asked) {
    const [language, ...rest] = tag.toLowerCase().split('-')
    if (language === 'en') return 'en'
    if (language === 'yue') return 'tc'
    if (language === 'zh') return isTraditional(rest) ? 'tc' : 'sc'
  }
  return 'tc'
}

/** By the script that is named, else by the region. */
const isTraditional = (parts: string[]) =>
  parts.includes('hant') || (!parts.includes('hans') && ['hk', 'tw', 'mo'].some((region) => parts.includes(region)))

const fallbacks: Record<Language, (keyof LocalText)[]> = {
  'zh-Hant': ['zhHant', 'zhHans', 'en'],
  'zh-Hans': ['zhHans', 'zhHant', 'en'],
  en: ['en', 'zhHant', 'zhHans'],
}

const tagsByField: Record<keyof LocalText, string> = { en: 'en', zhHant: 'zh-Hant-HK', zhHans: 'zh-Hans' }

/** The text in the reader's language, else in the nearest one that was written, with the language it is in. */
export function readText(text: Named | undefined, language: Language): { text: string; lang?: string } {
  if (typeof text === 'string' || text === undefined) return { text: text ?? '' }
  const field = fallbacks[language].find((name) => text[name])
  return field ? { text: text[field]!, lang: tagsByField[field] } : { text: '' }
}

export const plain = (text: Named | undefined, language: Language) => readText(text, language).text
