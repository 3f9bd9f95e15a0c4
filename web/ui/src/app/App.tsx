import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Redirect, Router, useLocation } from 'wouter'
import { boardsQuery } from '../api/boards'
import { ProblemError } from '../api/client'
import { useSameAccount } from '../api/session'
import { setLanguage, useWords } from '../i18n/i18n'
import { entryOf, entryOfPrefix, firstPrefix, type Language, rememberLanguage } from '../i18n/languages'
import { AriaLocale } from '../kit/AriaLocale'
import { steps } from '../kit/back/useBackCloses'
import { UndoHost } from '../kit/undo/UndoHost'
import { TrailContext } from '../kit/trail/HeadingTrail'
import { mayGo } from '../kit/unsaved/useUnsavedGuard'
import { ErrorBoundary } from '../kit/later/ErrorBoundary'
import { PaletteHost } from './palette/PaletteHost'
import { Routes } from './routes'
import { TopBar } from './TopBar'
import { TrailHost } from './trail/TrailHost'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays one; only a server that could not be reached or was busy is asked again.
      retry: (count, error) => count < 2 && isPassing(error),
      // An answer that failed to come is asked for until it comes.
      refetchInterval: ({ state }) => isPassing(state.error) && 5_000,
    },
  },
})

const isPassing = (error: unknown) => error instanceof ProblemError && [0, 429, 503].includes(error.status)

// Asked before the page is drawn, which takes a slow phone a while.
if (/^\/\w+\/(brief|briefs|demands)\b/.test(window.location.pathname)) void queries.prefetchQuery(boardsQuery())

const prefixOf = (path: string) => path.split('/')[1]

export function App() {
  const [location] = useLocation()
  const entry = entryOfPrefix(prefixOf(location))
  // The rest of the address comes along: a mailed link carries its token behind the #.
  if (!entry)
    return <Redirect to={`/${firstPrefix()}${location}${window.location.search}${window.location.hash}`} replace />
  return (
    <QueryClientProvider client={queries}>
      <Router base={`/${entry.prefix}`} aroundNav={(go, to, options) => mayGo(to) && steps().go(go, to, options)}>
        <Page language={entry.language} />
      </Router>
    </QueryClientProvider>
  )
}

function Page({ language }: { language: Language }) {
  const { t, language: loaded } = useWords()
  const [location] = useLocation()
  const [ready, setReady] = useState(false)
  useSameAccount()
  useEffect(() => {
    let current = true
    rememberLanguage(language)
    void setLanguage(language).then(() => current && setReady(true))
    return () => void (current = false)
  }, [language])
  if (!ready) return null
  return (
    <AriaLocale locale={entryOf(loaded).aria}>
      <div className="page-shell">
        <a className="skip" href="#main">
          {t('nav.skip')}
        </a>
        <TopBar />
        <PaletteHost />
        <main id="main" tabIndex={-1}>
          <ErrorBoundary place={location}>
            <TrailContext value={<TrailHost />}>
              <Routes />
            </TrailContext>
          </ErrorBoundary>
        </main>
        <UndoHost />
      </div>
    </AriaLocale>
  )
}
