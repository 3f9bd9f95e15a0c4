import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../../api/client'
import type { BoardCode, Demand, Match } from '../../../api/types'
import { usePlaces } from '../../../api/records'
import { useWords } from '../../../i18n/i18n'
import { placeOf } from '../../../matches/list/names'
import type { BriefView } from '../../../records/useBriefs'
import { ScoreTile } from '../../../score/ScoreTile'
import { HomeCard, HomeRow } from './pieces'
import { useVisit } from './useVisit'
import { changesIn, type Seen } from './visits'

const top = 500

/** The party's Briefs: what each board has for them, the best score, and what came and went since the last visit. */
export function Briefs({ account, briefs }: { account: string; briefs: BriefView[] }) {
  const { t, text } = useWords()
  const demands = useMemo(() => briefs.flatMap((brief) => brief.demands), [briefs])
  const answers = useAnswers(demands)
  const lists = useMemo(
    () => Object.fromEntries(Object.entries(answers).map(([id, matches]) => [id, matches.map(({ id }) => id)])),
    [answers],
  ) as Seen['lists']
  const before = useVisit(account, lists)
  return (
    <HomeCard title={t('home.demands.title')} all={{ href: '/demands', text: t('home.demands.all') }}>
      <ul className="home-rows">
        {briefs.map(({ href, name, demands }) => {
          const best = demands.find(({ id }) => answers[id]?.[0])
          const match = best && answers[best.id]![0]
          return (
            <HomeRow
              key={href}
              href={href}
              mark={
                match ? (
                  <ScoreTile score={match.score} />
                ) : (
                  <span className="score-tile dimmed" aria-hidden="true">
                    –
                  </span>
                )
              }
              title={text(name) || t('demand.unnamed')}
              meta={
                <>
                  {demands.length === 0 && t('home.demands.empty')}
                  {demands.map(({ id, board }, index) => (
                    <span key={id} className="brief-board">
                      {index > 0 && ' · '}
                      {t(`nav.${board}`)} <b className="nums">{countOf(answers[id])}</b>
                    </span>
                  ))}
                  {match && <Best board={best.board} id={match.id} />}
                </>
              }
              end={
                <Changes
                  changes={changesIn(
                    before,
                    lists,
                    demands.map(({ id }) => id),
                  )}
                />
              }
            />
          )
        })}
      </ul>
    </HomeCard>
  )
}

const countOf = (matches: Match[] | undefined) => (!matches ? '…' : matches.length < top ? matches.length : `${top}+`)

/** The list of each demand as its page shows it, of those that have answered. */
function useAnswers(demands: Demand[]): Record<string, Match[]> {
  return useQueries({
    queries: demands.map(({ id, version, notifyAbove = 50 }) => ({
      queryKey: ['demands', id, 'home', version],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const { matches } = await api.get('/api/demands/{id}/matches', { path: { id }, query: { top }, signal })
        return { id, matches: matches.filter(({ score }) => score >= notifyAbove) }
      },
    })),
    combine: (results) => Object.fromEntries(results.flatMap(({ data }) => (data ? [[data.id, data.matches]] : []))),
  })
}

function Changes({ changes }: { changes: ReturnType<typeof changesIn> }) {
  const { t } = useWords()
  if (!changes) return null
  const { fresh, gone } = changes
  if (fresh + gone === 0) return <span className="meta">{t('home.demands.unchanged')}</span>
  return (
    <>
      {fresh > 0 && <span className="tag fresh">{t('home.demands.fresh', { count: fresh })}</span>}
      {gone > 0 && <span className="tag">{t('home.demands.gone', { count: gone })}</span>}
    </>
  )
}

/** What the best match is called. */
function Best({ board, id }: { board: BoardCode; id: string }) {
  const words = useWords()
  const ids = useMemo(() => id.split('+'), [id])
  const places = usePlaces(board, ids)
  return <> · {words.t('home.demands.best', { name: placeOf(id, places, words).name })}</>
}
