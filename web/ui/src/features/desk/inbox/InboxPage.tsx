import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { LayoutGrid } from 'lucide-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { api } from '../../../api/client'
import { useMe } from '../../../api/session'
import { useWords } from '../../../i18n/i18n'
import { hongKongDay } from '../../../kit/days/hongKong'
import { Segments } from '../../../kit/fields/Field'
import { useShortcut } from '../../../kit/keys/shortcuts'
import { Notice } from '../../../kit/Notice'
import { PageHeading } from '../../../kit/PageHeading'
import { useDebounced } from '../../../kit/useDebounced'
import { useBoard, useDesk } from '../../../live/desk/useDesk'
import { useQueues } from '../../../records/useQueues'
import { ScoreTile } from '../../../score/ScoreTile'
import { fits } from '../board/arrange'
import { matchLabel, seekerOf } from '../labels'
import { answering, grouped, isOwnerless, type RankedLead, ranked } from '../rail/ranking'
import { inboxOf, needsOf } from './inbox'
import './inbox.css'
import { InboxList } from './InboxList'

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
  const { cards, leads, leadsCut, ready } = useBoard(board)
  const [search, setSearch] = useSearchParams()
  const [typed, setTyped] = useState('')
  const [now] = useState(() => Date.now())
  const finder = useRef<HTMLInputElement>(null)
  useShortcut('/', () => finder.current?.focus())
  // What moved is told from the journal, so it is asked for again when the board has moved.
  const moves = useDebounced(useMemo(() => cards.reduce((sum, { card }) => sum + card.version, cards.length), [cards]))
  const { data: recent } = useQuery({
    queryKey: ['desk', 'recent', moves],
    enabled: ready,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/desk/recent', { signal }),
  })
  const mine = search.get('of') === 'me'
  const today = hongKongDay()
  // What is typed shows at once, the rows a moment later.
  const text = useDeferredValue(typed)
  const all = useMemo(() => {
    const found = cards.filter((card) => fits(card, { text })).map(({ card }) => card)
    return inboxOf(found, today)
  }, [cards, text, today])
  const own = all.filter(({ officer }) => officer === me)
  const shown = mine ? own : all
  const needs = needsOf(shown, today)
  const takeable = useMemo(() => leads.filter((lead) => !isOwnerless(lead)), [leads])
  const best = useMemo(() => {
    const answers = answering(cards.map(({ card }) => card))
    return grouped(ranked(takeable, leadsCut > 0 ? null : leads, answers, now)).slice(0, leadsShown)
  }, [takeable, leads, leadsCut, cards, now])
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
          <input
            ref={finder}
            className="input"
            type="search"
            aria-label={t('inbox.find')}
            placeholder={t('inbox.find')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
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
        <InboxList board={board} cards={shown} today={today} ready={ready} recent={recent} />
      </section>
      <div className="inbox-below">
        <section className="card" aria-labelledby="best-leads">
          <h2 id="best-leads">{t('inbox.leads')}</h2>
          {ready && best.length === 0 && <p className="meta">{t('desk.leads.none')}</p>}
          <ul className="inbox-leads">
            {best.map(({ demand, leads: [first, ...others] }) => (
              <BestLead key={demand} ranked={first!} others={others.length} />
            ))}
          </ul>
          {best.length > 0 && (
            <p>
              <Link href="/desk">{t('inbox.allLeads', { count: takeable.length })}</Link>
            </p>
          )}
        </section>
        <Queues ownerless={leads.length - takeable.length} />
      </div>
    </div>
  )
}

/** The best new match of a requirement, with why it stands here. */
function BestLead({ ranked: { lead, reason }, others }: { ranked: RankedLead; others: number }) {
  const words = useWords()
  const { t, text } = words
  const { board, demand, demandName, seekerName, match, matchName, score } = lead
  return (
    <li>
      <ScoreTile score={score} />
      <div>
        <Link href={`/demands/${encodeURIComponent(demand)}?match=${encodeURIComponent(match)}`}>
          {seekerOf(lead, words)} × {matchLabel(board, match, matchName, words)}
        </Link>
        <div className="meta">
          {[
            t(`nav.${board}`),
            seekerName && text(demandName),
            reason && t(`desk.leads.why.${reason.key}`, { count: reason.count }),
            others > 0 && t('desk.leads.moreOf', { count: others }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
    </li>
  )
}

/** What else waits for the office, beside introductions. */
function Queues({ ownerless }: { ownerless: number }) {
  const { t, format } = useWords()
  const { enquiries, accounts } = useQueues()
  const queues = [
    ['ownerless', '/desk?rail=ownerless', ownerless],
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
            <b className="nums">{count === undefined ? '–' : format.number(count)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
