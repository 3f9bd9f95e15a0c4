import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../../api/client'
import type { BoardCode, Demand } from '../../../api/types'
import { usePlaces } from '../../../api/records'
import { useWords } from '../../../i18n/i18n'
import { placeOf } from '../../../matches/list/names'
import { ScoreTile } from '../../../score/ScoreTile'
import { HomeCard, HomeRow } from './pieces'
import { useVisit } from './useVisit'
import { changesOf } from './visits'

const top = 500

/** The party's requirements with their best score, and what came and went since the last visit. */
export function Demands({ account, demands }: { account: string; demands: Demand[] }) {
  const { t, text } = useWords()
  const answers = useQueries({
    queries: demands.map(({ id, version }) => ({
      queryKey: ['demands', id, 'home', version],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get('/api/demands/{id}/matches', { path: { id }, query: { top }, signal }),
    })),
    combine: (results) => results.map(({ data }) => data),
  })
  const lists = useMemo(
    () =>
      Object.fromEntries(
        answers.flatMap((answer, index) => (answer ? [[demands[index]!.id, answer.matches.map(({ id }) => id)]] : [])),
      ) as Record<string, string[]>,
    [answers, demands],
  )
  const before = useVisit(account, lists)
  return (
    <HomeCard title={t('home.demands.title')} all={{ href: '/demands', text: t('home.demands.all') }}>
      <ul className="home-rows">
        {demands.map((demand, index) => {
          const answer = answers[index]
          const changes = lists[demand.id] && changesOf(before, demand.id, lists[demand.id]!)
          return (
            <HomeRow
              key={demand.id}
              href={`/demands/${demand.id}`}
              mark={
                answer?.matches[0] ? (
                  <ScoreTile score={answer.matches[0].score} />
                ) : (
                  <span className="score-tile dimmed" aria-hidden="true">
                    –
                  </span>
                )
              }
              title={text(demand.name) || t('demand.unnamed')}
              meta={
                <>
                  {t(`nav.${demand.board}`)}
                  {answer && ` · ${t(`${demand.board}.count`, { count: answer.count })}`}
                  {answer?.matches[0] && <Best board={demand.board} id={answer.matches[0].id} />}
                </>
              }
              end={
                changes && (
                  <>
                    {changes.fresh.size > 0 && (
                      <span className="tag fresh">{t('home.demands.fresh', { count: changes.fresh.size })}</span>
                    )}
                    {changes.gone > 0 && <span className="tag">{t('home.demands.gone', { count: changes.gone })}</span>}
                    {changes.fresh.size + changes.gone === 0 && (
                      <span className="meta">{t('home.demands.unchanged')}</span>
                    )}
                  </>
                )
              }
            />
          )
        })}
      </ul>
    </HomeCard>
  )
}

/** What the best match is called. */
function Best({ board, id }: { board: BoardCode; id: string }) {
  const words = useWords()
  const ids = useMemo(() => id.split('+'), [id])
  const places = usePlaces(board, ids)
  return <> · {words.t('home.demands.best', { name: placeOf(id, places, words).name })}</>
}
