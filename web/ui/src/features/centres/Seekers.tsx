import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { readAll } from '../../api/pages'
import type { Centre } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { ProblemNotice } from '../../kit/Notice'
import { seeks } from './seekers'

/** Who seeks what a centre works on, of the demands that the office may see. */
export function Seekers({ centre }: { centre: Centre }) {
  const { t, text } = useWords()
  const { data, error } = useQuery({
    queryKey: ['demands', 'research'],
    queryFn: async ({ signal }) => (await readAll('/api/demands', signal)).filter(({ board }) => board === 'research'),
  })
  const found = (data ?? [])
    .map((demand) => ({ demand, codes: seeks(demand, centre.values) }))
    .filter(({ codes }) => codes.length > 0)
  return (
    <section className="card" aria-labelledby="seekers-title">
      <h2 id="seekers-title">{t('centre.seekers')}</h2>
      <ProblemNotice error={error} />
      {data && found.length === 0 && <p className="meta">{t('centre.noSeekers')}</p>}
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
