import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useMemo } from 'react'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import { useMe } from '../../api/session'
import type { Firm, Opportunity } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { PageHeading } from '../../kit/PageHeading'
import { aliasOf } from '../../matches/list/names'
import { type OpeningClaim, openingClaims, suppliable } from '../../records/facts/lacks'
import { useOwnBriefs } from '../../records/useBriefs'
import { useNeeds } from '../../records/useNeeds'
import { describeValue, shortValue } from '../../score/describe'
import './home.css'
import { Briefs } from './party/Briefs'
import { Enquiries } from './party/Enquiries'
import { HomeCard, HomeRow } from './party/pieces'
import { StaleFacts } from './party/StaleFacts'
import { UpgradeCard } from './party/UpgradeCard'
import { useVisit } from './party/useVisit'
import { changesOf } from './party/visits'
import { NextMeetings } from './party/NextMeetings'
import { Waiting } from './party/Waiting'
import { hongKongDay } from '../../kit/days/hongKong'

const shown = 5

/** What a manufacturer can supply by its own profile, what one more claim would open, and what waits for it. */
export default function FirmHome() {
  const { t, text } = useWords()
  const { me } = useMe()
  const id = me?.firm ?? ''
  const { data: firm } = useQuery({
    queryKey: ['firms', id],
    queryFn: ({ signal }) => api.get('/api/firms/{id}', { path: { id }, signal }),
  })
  const { data: needs } = useNeeds()
  const own = useOwnBriefs(`firms/${id}`)
  return (
    <div className="page home">
      <PageHeading title={text(firm?.name) || t('home.title')} />
      <div className="home-columns">
        <div>
          {firm && needs && <Needs firm={firm} needs={needs} account={me?.email ?? ''} />}
          {own && own.length > 0 && <Briefs account={me?.email ?? ''} briefs={own} />}
        </div>
        <div>
          <Waiting />
          <NextMeetings />
          {firm && needs && <Claims claims={openingClaims(firm, needs, hongKongDay()).slice(0, shown)} />}
          {id && <UpgradeCard firm={id} />}
          <StaleFacts />
          <Enquiries />
        </div>
      </div>
    </div>
  )
}

function Needs({ firm, needs, account }: { firm: Firm; needs: Opportunity[]; account: string }) {
  const words = useWords()
  const { t, format } = words
  const schema = useSchema('opportunities')
  const met = useMemo(() => suppliable(firm, needs, hongKongDay()) as Opportunity[], [firm, needs])
  const lists = useMemo(() => ({ needs: met.map(({ id }) => id) }), [met])
  const before = useVisit(`${account} needs`, lists)
  const fresh = changesOf(before, 'needs', lists.needs)?.fresh ?? new Set<string>()
  const sorted = [...met].sort(
    (a, b) =>
      Number(fresh.has(b.id)) - Number(fresh.has(a.id)) ||
      Number(b.values.annualSpend ?? 0) - Number(a.values.annualSpend ?? 0),
  )
  const facts = ({ values }: Opportunity) =>
    ['orderSize', 'annualSpend', 'district', 'startFrom'].flatMap((code) => {
      const value = values[code]
      const attribute = schema.byCode.get(code)
      return value === undefined || value === null ? [] : [shortValue(value, attribute, words)]
    })
  return (
    <HomeCard
      title={t('home.supply.title')}
      note={t('home.supply.of', { count: met.length, all: needs.length })}
      all={{ href: '/opportunities', text: t('home.supply.all') }}
    >
      {met.length === 0 && <p className="meta">{t('home.supply.none')}</p>}
      <ul className="home-rows">
        {sorted.slice(0, shown).map((need) => (
          <HomeRow
            key={need.id}
            href={`/opportunities?match=${encodeURIComponent(need.id)}&criteria=[]`}
            mark={<CircleCheck size={18} strokeWidth={1.9} aria-hidden className="ok" />}
            title={describeValue(need.values.needs, schema.byCode.get('needs'), words)}
            meta={[aliasOf('opportunities', need.id, t), ...facts(need)].join(' · ')}
            end={fresh.has(need.id) && <span className="tag fresh">{t('home.supply.fresh')}</span>}
          />
        ))}
      </ul>
      {met.length > shown && (
        <p className="meta nums">
          {t('home.supply.more', { count: met.length - shown, n: format.number(met.length - shown) })}
        </p>
      )}
    </HomeCard>
  )
}

function Claims({ claims }: { claims: OpeningClaim[] }) {
  const words = useWords()
  const { t } = words
  const schema = useSchema('partners')
  return (
    <HomeCard title={t('home.claims.title')} all={{ href: '/firm', text: t('home.claims.all') }}>
      <p className="meta">{t(claims.length > 0 ? 'home.claims.text' : 'home.claims.none')}</p>
      <ul className="home-rows">
        {claims.map(({ attribute, code, count }) => (
          <HomeRow
            key={`${attribute} ${code}`}
            href="/firm"
            title={describeValue([code], schema.byCode.get(attribute), words)}
            meta={words.text(schema.byCode.get(attribute)?.label)}
            end={<b className="gain nums">{t('home.claims.adds', { count })}</b>}
          />
        ))}
      </ul>
    </HomeCard>
  )
}
