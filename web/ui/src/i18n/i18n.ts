import i18next from 'i18next'
import { useCallback, useMemo } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Named } from '../api/types'
import { formatter } from './format'
import { entryOf, type Language, plain } from './languages'
import zhHant from './zh-Hant.json'

const loaders: Record<Exclude<Language, 'zh-Hant'>, () => Promise<{ default: object }>> = {
  'zh-Hans': () => import('./zh-Hans.json'),
  en: () => import('./en.json'),
}

void i18next.use(initReactI18next).init({
  lng: 'zh-Hant',
  fallbackLng: 'zh-Hant',
  resources: { 'zh-Hant': { translation: zhHant } },
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
})

/** Only the reader's language is loaded beside the default one. */
export async function setLanguage(language: Language) {
  if (language !== 'zh-Hant' && !i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await loaders[language]()).default)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = entryOf(language).tag
}

/** Words, numbers and authored texts in the reader's language. */
export function useWords() {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const text = useCallback((named: Named | undefined) => plain(named, language), [language])
  const format = useMemo(() => formatter(language), [language])
  // One object for one language, so that what depends on it is not made anew at each drawing.
  return useMemo(() => ({ t, language, text, format }), [t, language, text, format])
}

export type Words = ReturnType<typeof useWords>
