import { useQuery } from '@tanstack/react-query'
import { ClipboardList, FileStack, HandCoins, Megaphone, Rocket } from 'lucide-react'
import { api } from '../../api/client'
import { useMe } from '../../api/session'
import { useWords } from '../../i18n/i18n'
import { soughtBy } from '../../kinds/boards'
import { PageHeading } from '../../kit/PageHeading'
import { useOwnBriefs } from '../../records/useBriefs'
import './home.css'
import { Briefs } from './party/Briefs'
import { Enquiries } from './party/Enquiries'
import { HomeCard, HomeRow } from './party/pieces'
import { NextMeetings } from './party/NextMeetings'
import { Waiting } from './party/Waiting'

/** What an enterprise looks for, what changed in it, who waits for it, and what it can do next. */
export default function EnterpriseHome() {
  const { t, text } = useWords()
  const { me } = useMe()
  const id = me?.enterprise ?? ''
  const { data: enterprise } = useQuery({
    queryKey: ['enterprises', id],
    queryFn: ({ signal }) => api.get('/api/enterprises/{id}', { path: { id }, signal }),
  })
  const own = useOwnBriefs(`enterprises/${id}`)
  const soughtBoards = new Set(own?.flatMap(({ demands }) => demands.map(({ board }) => board)))
  const unsought = soughtBy('enterprise').filter((board) => !soughtBoards.has(board))
  return (
    <div className="page home">
      <PageHeading title={text(enterprise?.name) || t('home.title')} />
      <div className="home-columns">
        <div>
          {own && own.length > 0 && <Briefs account={me?.email ?? ''} briefs={own} />}
          {own?.length === 0 && (
            <HomeCard title={t('home.demands.title')}>
              <p className="meta">{t('home.demands.none')}</p>
            </HomeCard>
          )}
          <Enquiries />
        </div>
        <div>
          <Waiting />
          <NextMeetings />
          <HomeCard title={t('home.next.title')}>
            <ul className="home-rows">
              {unsought.map((board) => (
                <HomeRow
                  key={board}
                  href={`/${board}`}
                  mark={<ClipboardList size={18} strokeWidth={1.9} aria-hidden />}
                  title={t(`home.next.seek.${board}`)}
                />
              ))}
              <HomeRow
                href={`/enterprises/${id}/programmes`}
                mark={<HandCoins size={18} strokeWidth={1.9} aria-hidden />}
                title={t('home.next.funding')}
                meta={t('home.next.fundingText')}
              />
              <HomeRow
                href={`/enterprises/${id}/package`}
                mark={<FileStack size={18} strokeWidth={1.9} aria-hidden />}
                title={t('home.next.package')}
                meta={t('home.next.packageText')}
              />
              <HomeRow
                href="/startups"
                mark={<Rocket size={18} strokeWidth={1.9} aria-hidden />}
                title={t('startUps.link')}
                meta={t('startUps.linkText')}
              />
              <HomeRow
                href="/needs"
                mark={<Megaphone size={18} strokeWidth={1.9} aria-hidden />}
                title={t('home.next.need')}
                meta={t('home.next.needText')}
              />
            </ul>
          </HomeCard>
        </div>
      </div>
    </div>
  )
}
