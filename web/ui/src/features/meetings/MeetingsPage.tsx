import { useState } from 'react'
import { Link } from 'wouter'
import type { Introduction } from '../../api/introductions'
import { isOffice, useMe } from '../../api/session'
import { useWords } from '../../i18n/i18n'
import { agendaOf } from '../../introductions/meetings/agenda'
import { useIntroductionPolling, useIntroductions, useIntroductionView } from '../../introductions/useIntroductions'
import { Button } from '../../kit/Button'
import { Segments } from '../../kit/fields/Field'
import { PageHeading } from '../../kit/PageHeading'
import { Day } from './Day'
import './meetings.css'

/**
 * The reader's meetings by day, live: those to come with the way from one to the next, then the past ones. An officer
 * has their own first.
 */
export default function MeetingsPage() {
  const { t } = useWords()
  const { me } = useMe()
  const list = useIntroductions()
  const { ready } = useIntroductionView(list)
  useIntroductionPolling(list)
  const [whose, setWhose] = useState('own')
  const isMine = ({ officer }: Introduction) => !isOffice(me) || whose === 'all' || officer === me?.email
  const { ahead, past } = agendaOf(list.all().filter(isMine))
  const others = isOffice(me) && ahead.length === 0 ? agendaOf(list.all()).ahead.length : 0
  return (
    <div className="page meetings-page">
      <div className="page-head">
        <PageHeading title={t('nav.meetings')} />
        <div className="row no-print">
          {isOffice(me) && (
            <Segments
              label={t('agenda.whose')}
              value={whose}
              onChange={setWhose}
              options={['own', 'all'].map((value) => ({ value, label: t(`agenda.${value}`) }))}
            />
          )}
          {ahead.length > 0 && <Button onClick={() => print()}>{t('compare.print')}</Button>}
        </div>
      </div>
      {!ready && <p className="meta">{t('loading')}</p>}
      {ready && ahead.length === 0 && <NoMeeting others={others} />}
      {ahead.map((day) => (
        <Day key={day.day} day={day} />
      ))}
      {past.length > 0 && (
        <details className="no-print">
          <summary>{t('agenda.past', { count: past.length })}</summary>
          {past.map((day) => (
            <Day key={day.day} day={day} />
          ))}
        </details>
      )}
    </div>
  )
}

/** What makes a meeting appear, and where. */
function NoMeeting({ others }: { /** Days with meetings of others that the reader may see. */ others: number }) {
  const { t } = useWords()
  const { me } = useMe()
  const places = isOffice(me) ? (['desk', 'visits'] as const) : (['introductions'] as const)
  return (
    <section className="card no-meeting">
      <p>{others > 0 ? t('agenda.noneOwn', { count: others }) : t('agenda.none')}</p>
      <p className="meta">{t(isOffice(me) ? 'agenda.howOffice' : 'agenda.howParty')}</p>
      <p className="row">
        {places.map((place) => (
          <Link key={place} href={`/${place}`} className="button small">
            {t(`nav.${place}`)}
          </Link>
        ))}
      </p>
    </section>
  )
}
