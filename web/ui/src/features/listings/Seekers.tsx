import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { readAll } from '../../api/pages'
import type { Value } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { type ListingCollection, listingOf } from '../../kinds/kinds'
import { ProblemNotice } from '../../kit/Notice'
import { seeks } from './seekers'

/** Who seeks what a record claims, of the demands that the office may see. */
export function Seekers({ collection, values }: { collection: ListingCollection; values: Record<string, Value> }) {
  const { board, texts } = listingOf(collection)
  const { t, text } = useWords()
  const { data, error } = useQuery({
    queryKey: ['demands', board],
    queryFn: async ({ signal }) => (await readAll('/api/demands', signal)).filter((demand) => demand.board === board),
  })
  const found = (data ?? [])
    .map((demand) => ({ demand, codes: seeks(demand, values) }))
    .filter(({ codes }) => codes.length > 0)
  return (
    <section className="card" aria-labelledby="seekers-title">
      <h2 id="seekers-title">{t(`${texts}.seekers`)}</h2>
      <ProblemNotice error={error} />
      {data && found.length === 0 && <p className="meta">{t(`${texts}.noSeekers`)}</p>}
      <ul className="landing-picks">
        {found.map(({ demand, codes }) => (
          <li key={demand.id}>
            <Link href={`/demands/${demand.id}`}>{text(demand.name) || demand.id}</Link>{' '}
            <span className="meta">{codes.join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
