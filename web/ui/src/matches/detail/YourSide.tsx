import { useQuery } from '@tanstack/react-query'
import type { Schema } from '../../api/boards'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import { useMe } from '../../api/session'
import type { BoardRecord } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { type Lack, lacksOf } from '../../records/facts/lacks'
import { describeValue } from '../../score/describe'
import { hongKongDay } from '../../kit/days/hongKong'

/** A firm before a published need: what it would still have to claim. */
export function YourSide({ need, schema }: { need: BoardRecord | undefined; schema: Schema }) {
  const words = useWords()
  const { me } = useMe()
  const own = useSchema('partners')
  const firm = useQuery({
    queryKey: ['firms', me?.firm],
    enabled: Boolean(me?.firm),
    queryFn: ({ signal }) => api.get('/api/firms/{id}', { path: { id: me!.firm! }, signal }),
  }).data
  if (!firm || !need) return null
  const lacks = lacksOf(firm, need, hongKongDay())
  const nameOf = ({ attribute, code }: Lack) =>
    describeValue([code], attribute === 'capabilities' ? schema.byCode.get('needs') : own.byCode.get(attribute), words)
  return (
    <section className="your-side">
      <h3>{words.t('lack.title')}</h3>
      {lacks.length === 0 ? (
        <p className="meta">{words.t('lack.none')}</p>
      ) : (
        <ul className="lacks">
          {lacks.map((lack) => (
            <li key={lack.code}>{words.t('lack.code', { name: nameOf(lack) })}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
