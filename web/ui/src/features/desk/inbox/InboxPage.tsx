import { AlarmClock, Clock3, LayoutGrid } from 'lucide-react'
import { Link, useSearchParams } from 'wouter'
import type { Introduction } from '../../../api/introductions'
import { useMe } from '../../../api/session'
import { useWords } from '../../../i18n/i18n'
import { Segments } from '../../../kit/fields/Field'
import { Notice } from '../../../kit/Notice'
import { PageHeading } from '../../../kit/PageHeading'
import { useBoard, useDesk } from '../../../live/desk/useDesk'
import { useQueues } from '../../../records/useQueues'
import { ScoreTile } from '../../../score/ScoreTile'
import { matchLabel, shortName, sideName } from '../labels'
import { movesOf } from '../moves'
import { type Clock, clockOf, inboxOf, needsOf } from './inbox'
import './inbox.css'
import { hongKongDay } from '../../../kit/days/hongKong'

const rows = 40
const leadsShown = 6
const nothing = () => {}

/** The officer's first screen: what to do next, and by when. The board is the second view of the same. */
export default function InboxPage() {
  const { me } = useMe()
  return me && <Inbox key={me.email} me={me.email} />
}

function Inbox({ me }: { me: string }) {
  const words = useWords()
  const { t } = words
  const { board, refused } = useDesk(me, nothing)
  const { cards, leads, ready } = useBoard(board)
  const [search, setSearch] = useSearchParams()
  const mine = search.get('of') === 'me'
  const today = hongKongDay()
  const introductions = cards.map(({ card }) => card)
  const all = inboxOf(introductions, today)
  const own = all.filter(({ officer }) => officer === me)
  const shown = mine ? own : all
  const needs = needsOf(shown, today)
  const best = [...leads].sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1)).slice(0, leadsShown)
  return (
    <div className="page inbox-page">
      <div className="page-head">
        <div className="inbox-title">
          <PageHeading title={t('nav.inbox')} />
          {ready && (
            <span className="meta">
              {t('inbox.needs', { count: needs.waiting })}
              {needs.today > 0 && ` · ${t('inbox.today', { count: needs.today })}`}
            </span>
          )}
        </div>
        <div className="row">
          <Segments
            label={t('inbox.whose')}
            showLabel={false}
            value={mine ? 'me' : 'all'}
            options={[
              { value: 'all', label: t('inbox.all', { count: all.length }) },
              { value: 'me', label: t('inbox.mine', { count: own.length }) },
            ]}
            onChange={(value) =>
              setSearch(
                (before) => {
                  if (value === 'me') before.set('of', 'me')
                  else before.delete('of')
                  return before
                },
                { replace: true },
              )
            }
          />
          <Link href="/desk" className="button">
            <LayoutGrid size={16} strokeWidth={1.9} aria-hidden />
            {t('inbox.board')}
          </Link>
        </div>
      </div>
      {refused && <Notice look="danger">{t('problem.403')}</Notice>}
      <section className="card inbox" aria-label={t('nav.inbox')}>
        {!ready && <p className="meta inbox-note">{t('loading')}</p>}
        {ready && shown.length === 0 && <p className="inbox-note">{t('inbox.none')}</p>}
        {shown.length > 0 && (
          <div className="inbox-head meta" aria-hidden="true">
            <span>{t('inbox.column.pair')}</span>
            <span>{t('inbox.column.state')}</span>
            <span>{t('desk.holderLabel')}</span>
            <span>{t('inbox.column.next')}</span>
            <span>{t('inbox.column.clock')}</span>
          </div>
        )}
        <ul>
          {shown.slice(0, rows).map((card) => (
            <InboxRow key={card.id} card={card} clock={clockOf(card, today)} />
          ))}
        </ul>
        {shown.length > rows && (
          <p className="inbox-note">
            <Link href="/desk">{t('inbox.more', { count: shown.length - rows })}</Link>
          </p>
        )}
      </section>
      <div className="inbox-below">
        <section className="card" aria-labelledby="best-leads">
          <h2 id="best-leads">{t('inbox.leads')}</h2>
          {ready && best.length === 0 && <p className="meta">{t('desk.leads.none')}</p>}
          <ul className="inbox-leads">
            {best.map(({ key, board: code, demand, demandName, seekerName, match, matchName, score }) => (
              <li key={key}>
                <ScoreTile score={score} />
                <div>
                  <Link href={`/demands/${encodeURIComponent(demand)}?match=${encodeURIComponent(match)}`}>
                    {words.text(seekerName)} × {matchLabel(code, match, matchName, words)}
                  </Link>
                  <div className="meta">
                    {t(`nav.${code}`)} · {words.text(demandName)}
                  </div>
                </div>
              </li>
            ))}
          </ul>
          {best.length > 0 && (
            <p>
              <Link href="/desk">{t('inbox.allLeads', { count: leads.length })}</Link>
            </p>
          )}
        </section>
        <Queues />
      </div>
    </div>
  )
}

function InboxRow({ card, clock }: { card: Introduction; clock: Clock }) {
  const words = useWords()
  const { t, text } = words
  const [move] = movesOf(card)
  const office = card.holder === 'officer'
  const topic = [card.demandName, card.matchName].map(text).filter(Boolean).join(' · ')
  return (
    <li className={`inbox-row ${clock}`}>
      <div className="inbox-pair">
        <Link href={`/desk/${encodeURIComponent(card.id)}`}>
          {sideName(card.seeker, words)} <span aria-hidden="true">×</span> {sideName(card.counterpart, words)}
        </Link>
        <div className="meta">{topic || t(`nav.${card.board}`)}</div>
      </div>
      <span>
        <span className="tag">{t(`desk.state.${card.state}`)}</span>
      </span>
      <span className={office ? 'inbox-holder own' : 'inbox-holder'}>
        <span className="visually-hidden">{t('desk.holderLabel')} </span>
        {t(`desk.holds.${card.holder === 'nobody' ? 'officer' : card.holder}`)}
      </span>
      <div>
        {office && move ? t(`desk.act.${move.act}`) : t('inbox.wait', { who: t(`desk.holds.${card.holder}`) })}
        <div className="meta">{card.officer ? shortName(card.officer) : t('desk.unassigned')}</div>
      </div>
      <ClockText card={card} clock={clock} />
    </li>
  )
}

function ClockText({ card, clock }: { card: Introduction; clock: Clock }) {
  const { t, format } = useWords()
  if (clock === 'none') return <span className="inbox-clock meta">–</span>
  const Icon = clock === 'late' || clock === 'today' ? AlarmClock : Clock3
  return (
    <span className={`inbox-clock ${clock}`}>
      <Icon size={15} strokeWidth={1.9} aria-hidden />
      {clock === 'late'
        ? t('desk.overdue')
        : clock === 'today'
          ? t('inbox.dueToday')
          : t('desk.due', { day: format.shortDay(card.dueOn!) })}
    </span>
  )
}

/** What else waits for the office, beside introductions. */
function Queues() {
  const { t } = useWords()
  const { enquiries, accounts } = useQueues()
  const queues = [
    ['enquiries', '/enquiries', enquiries],
    ['unconfirmed', '/people', accounts],
  ] as const
  return (
    <section className="card" aria-labelledby="queues">
      <h2 id="queues">{t('inbox.queues')}</h2>
      <ul className="inbox-queues">
        {queues.map(([key, href, count]) => (
          <li key={key}>
            <Link href={href}>{t(`inbox.queue.${key}`)}</Link>
            <b className="nums">{count ?? '–'}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
