import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Schema } from '../../../api/boards'
import { api } from '../../../api/client'
import { usePlaces } from '../../../api/records'
import type { Demand } from '../../../api/types'
import { useWords } from '../../../i18n/i18n'
import { useRefetch } from '../../../kit/useRefetch'
import { placeOf } from '../../../matches/list/names'
import { useOpened } from '../../../matches/useOpened'
import { criterionName } from '../../../score/describe'
import { billOf, type Consortium, coverOf } from './bill'

const refreshEvery = 20_000

/**
 * The smallest set of partners that makes the whole bill together. Stands above the rows at one height, so that it
 * moves none.
 */
export default function ConsortiumPanel({
  demand,
  schema,
  fresh,
}: {
  demand: Demand
  schema: Schema
  /** Asks anew when it changes. */
  fresh: number
}) {
  const { t } = useWords()
  const bill = billOf(demand.criteria)
  const { data, error, refetch } = useQuery({
    queryKey: ['demands', demand.id, 'consortium', demand.version],
    refetchInterval: refreshEvery,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) => api.get('/api/demands/{id}/consortium', { path: { id: demand.id }, signal }),
  })
  useRefetch(fresh, refetch)
  if (error) return null
  return (
    <details className="list-panel consortium">
      <summary>
        <h2>{t('consortium.title', { count: bill.length })}</h2>
        {data && (
          <b className="nums">
            {data.uncovered.length > 0
              ? t('consortium.short', { count: data.uncovered.length })
              : t('consortium.count', { count: data.firms.length })}
          </b>
        )}
      </summary>
      {data && <Bill consortium={data} demand={demand} schema={schema} bill={bill} />}
    </details>
  )
}

function Bill({
  consortium,
  demand,
  schema,
  bill,
}: {
  consortium: Consortium
  demand: Demand
  schema: Schema
  bill: number[]
}) {
  const words = useWords()
  const { t } = words
  const { select } = useOpened()
  const ids = useMemo(() => [...new Set([...consortium.firms, ...consortium.lines.map(({ by }) => by)])], [consortium])
  const places = usePlaces('partners', ids)
  return (
    <>
      <table className="table">
        <caption className="visually-hidden">{t('consortium.title', { count: bill.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('consortium.line')}</th>
            <th scope="col">{t('consortium.by')}</th>
          </tr>
        </thead>
        <tbody>
          {bill.map((index) => {
            const by = coverOf(consortium, index)
            return (
              <tr key={index}>
                <td>{criterionName(demand.criteria[index]!, schema, words)}</td>
                <td>
                  {by.length === 0 ? (
                    <b className="nobody">✕ {t('consortium.nobody')}</b>
                  ) : (
                    by.map((id) => (
                      <button key={id} type="button" className="match-open" onClick={() => select(id)}>
                        {placeOf(id, places, words).name}
                      </button>
                    ))
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="meta">
        {consortium.uncovered.length > 0
          ? t('consortium.uncovered')
          : consortium.optimal
            ? t('consortium.optimal')
            : t('consortium.bound', { count: consortium.firms.length, bound: consortium.bound ?? 1 })}
      </p>
    </>
  )
}
