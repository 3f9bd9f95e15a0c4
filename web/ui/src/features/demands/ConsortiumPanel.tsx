import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { Schema } from '../../api/boards'
import { at, request } from '../../api/client'
import { usePlaces } from '../../api/records'
import type { Consortium, Demand } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { ProblemNotice } from '../../kit/Notice'
import { profileName } from '../../matches/names'
import { criterionName } from '../../score/describe'

const least = 2

/** The smallest set of partners that covers the whole bill, and which line nobody covers. `fresh` asks anew when it changes. */
export function ConsortiumPanel({ demand, schema, fresh }: { demand: Demand; schema: Schema; fresh: number }) {
  const { t } = useWords()
  const lines = demand.criteria.filter(({ op, strength }) => op === 'covers' && strength !== 'prefer').length
  const { data, error } = useQuery({
    queryKey: ['demands', demand.id, 'consortium', demand.version, fresh], enabled: demand.board === 'partners' && lines >= least, placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<Consortium>(at('demands', demand.id, 'consortium'), { signal }),
  })
  if (demand.board !== 'partners' || lines < least) return null
  return (
    <details className="consortium">
      <summary><h2>{t('consortium.title', { count: lines })}</h2>{data && <b>{summary(data)}</b>}</summary>
      <ProblemNotice error={error} />
      {data && <Lines data={data} demand={demand} schema={schema} />}
    </details>
  )

  function summary({ firms, uncovered }: Consortium) {
    return uncovered.length > 0 ? t('consortium.uncovered', { count: uncovered.length }) : t('consortium.firms', { count: firms.length })
  }
}

function Lines({ data, demand, schema }: { data: Consortium; demand: Demand; schema: Schema }) {
  const words = useWords()
  const { t } = words
  const places = usePlaces('partners', data.firms)
  const nameOf = (criterion: number) => criterionName(demand.criteria[criterion]!, schema, words)
  if (data.uncovered.length > 0) {
    return <><p>{t('consortium.nobody')}</p><ul className="rows">{data.uncovered.map((line) => <li key={line}><b>{nameOf(line)}</b></li>)}</ul></>
  }
  return (
    <>
      <p className="meta">{t(data.optimal ? 'consortium.optimal' : 'consortium.bestSoFar')}</p>
      <table>
        <thead><tr><th scope="col">{t('consortium.line')}</th><th scope="col">{t('consortium.by')}</th></tr></thead>
        <tbody>{data.lines.map(({ criterion, by }) => (
          <tr key={criterion}><td>{nameOf(criterion)}</td><td><Link href={`/demands/${demand.id}?match=${encodeURIComponent(by)}`}>{profileName('partners', by, places.records.get(by), words)}</Link></td></tr>
        ))}</tbody>
      </table>
    </>
  )
}
