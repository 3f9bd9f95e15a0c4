import { useQuery } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { Link } from 'wouter'
import { api } from '../../api/client'
import { readAll } from '../../api/pages'
import { useSpacesOf } from '../../stack/spaces'
import { useMe } from '../../api/session'
import type { Building } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { PageHeading } from '../../kit/PageHeading'
import { StackingPlan } from '../../stack/StackingPlan'
import './home.css'
import { HomeCard, HomeRow } from './party/pieces'
import { StaleFacts } from './party/StaleFacts'
import { NextMeetings } from './party/NextMeetings'
import { Waiting } from './party/Waiting'

const shown = 4

/** An owner's buildings floor by floor, the introductions that wait for it, and facts to confirm. */
export default function OwnerHome() {
  const { t, text } = useWords()
  const { me } = useMe()
  const id = me?.owner ?? ''
  const { data: owner } = useQuery({
    queryKey: ['owners', id],
    queryFn: ({ signal }) => api.get('/api/owners/{id}', { path: { id }, signal }),
  })
  const { data: buildings } = useQuery({
    queryKey: ['buildings', 'everything'],
    queryFn: ({ signal }) => readAll('/api/buildings', signal),
    select: (all) => all.filter((building) => building.owner === `owners/${id}`),
  })
  return (
    <div className="page home">
      <PageHeading title={text(owner?.name) || t('home.title')} />
      <div className="home-columns">
        <div>
          <section className="home-buildings" aria-labelledby="own-buildings">
            <div className="home-card-head">
              <h2 id="own-buildings">{t('nav.ownBuildings')}</h2>
              {buildings && buildings.length > shown && (
                <Link href="/buildings" className="home-all">
                  {t('home.buildings.all', { count: buildings.length })}
                </Link>
              )}
            </div>
            {buildings?.length === 0 && <p className="meta">{t('home.buildings.none')}</p>}
            {buildings?.slice(0, shown).map((building) => (
              <BuildingCard key={building.id} building={building} />
            ))}
          </section>
        </div>
        <div>
          <Waiting />
          <NextMeetings />
          <StaleFacts />
          <HomeCard title={t('home.next.title')}>
            <ul className="home-rows">
              <HomeRow
                href="/imports"
                mark={<FileUp size={18} strokeWidth={1.9} aria-hidden />}
                title={t('home.next.list')}
                meta={t('home.next.listText')}
              />
            </ul>
          </HomeCard>
        </div>
      </div>
    </div>
  )
}

function BuildingCard({ building }: { building: Building }) {
  const { t, text } = useWords()
  const { data: spaces } = useSpacesOf(building.id, true)
  const vacant = spaces?.filter(({ status }) => status === 'vacant').length
  return (
    <article className="card building-card">
      <div className="home-card-head">
        <h3>
          <Link href={`/buildings/${building.id}`}>{text(building.name) || text(building.address) || building.id}</Link>
        </h3>
        {building.sample && <span className="tag sample">{t('sample')}</span>}
        {spaces && <span className="meta">{t('home.buildings.vacant', { count: vacant, all: spaces.length })}</span>}
      </div>
      {spaces && spaces.length > 0 && <StackingPlan building={building.id} spaces={spaces} />}
      {spaces?.length === 0 && <p className="meta">{t('home.buildings.empty')}</p>}
    </article>
  )
}
