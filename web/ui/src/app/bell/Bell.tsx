import { Bell as BellIcon } from 'lucide-react'
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { isOffice } from '../../api/session'
import type { Me } from '../../api/types'
import { useWords, withTexts } from '../../i18n/i18n'
import { useIntroductions, useIntroductionView } from '../../introductions/useIntroductions'
import { partyOf } from '../../kinds/kinds'
import { leadsAbove } from '../../live/desk/leadsAbove'
import { useBoard, useDesk } from '../../live/desk/useDesk'
import { useOwnBriefs } from '../../records/useBriefs'
import { useEnquiries, usePeople } from '../../records/useQueues'
import './bell.css'
import { type Entry, officeEntries, officeSources, partyEntries, partySources } from './entries'
import { useMatchNews } from './useMatchNews'
import { useSeen } from './useSeen'
import { hongKongDay } from '../../kit/days/hongKong'

const loadPanel = withTexts(() => import('./BellPanel'))
const BellPanel = lazy(loadPanel)

// Introductions and matches are live; for these the server has no messages.
const askedEvery = 60_000
const nothing = () => {}
const none: never[] = []

/** What waits for the reader and what is new. */
export default function Bell({ me }: { me: Me }) {
  const party = partyOf(me)
  return isOffice(me) ? <OfficeBell me={me.email} /> : party ? <PartyBell me={me.email} party={party} /> : null
}

function PartyBell({ me, party }: { me: string; party: string }) {
  const words = useWords()
  const [now] = useState(() => Date.now())
  const [isOpen, setOpen] = useState(false)
  const list = useIntroductions()
  const { order, ready, changed } = useIntroductionView(list)
  const briefs = useOwnBriefs(party)
  const demands = useMemo(() => briefs?.flatMap((brief) => brief.demands.map(({ id }) => id)) ?? none, [briefs])
  const lists = useMatchNews(me, demands)
  const { data: accounts } = usePeople(askedEvery)
  const { data: enquiries } = useEnquiries(askedEvery)
  const news = useMemo(
    () => ({
      me,
      now,
      introductions: list.all(),
      briefs: briefs ?? none,
      lists,
      accounts: accounts ?? none,
      enquiries: enquiries ?? none,
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [me, now, list, order, changed, briefs, lists, accounts, enquiries],
  )
  const sources = useMemo(() => {
    const { introductions, meetings, enquiries: answered, ...rest } = partySources(news)
    return {
      ...(ready && introductions && meetings && { introductions, meetings }),
      ...(enquiries && answered && { enquiries: answered }),
      ...rest,
    }
  }, [news, ready, enquiries])
  const fresh = useSeen(me, sources, isOpen)
  return <BellButton entries={partyEntries(news, fresh, words)} isOpen={isOpen} onOpen={setOpen} />
}

function OfficeBell({ me }: { me: string }) {
  const words = useWords()
  const [now] = useState(() => Date.now())
  const [isOpen, setOpen] = useState(false)
  const { board } = useDesk(me, nothing)
  const { cards, leads, ready } = useBoard(board)
  const { data: enquiries } = useEnquiries(askedEvery)
  const { data: accounts } = usePeople(askedEvery)
  const above = leadsAbove()
  const news = useMemo(
    () => ({
      me,
      now,
      today: hongKongDay(now),
      cards: cards.map(({ card }) => card),
      leads: leads.filter(({ score }) => score >= above),
      above,
      enquiries: enquiries?.filter(({ status }) => status === 'open').length,
      accounts: accounts?.length,
    }),
    [me, now, cards, leads, above, enquiries, accounts],
  )
  const sources = useMemo(() => (ready ? officeSources(news) : {}), [news, ready])
  const fresh = useSeen(me, sources, isOpen)
  return <BellButton entries={officeEntries(news, fresh, words)} isOpen={isOpen} onOpen={setOpen} />
}

function BellButton({
  entries,
  isOpen,
  onOpen,
}: {
  entries: Entry[]
  isOpen: boolean
  onOpen: (open: boolean) => void
}) {
  const { t } = useWords()
  const button = useRef<HTMLButtonElement>(null)
  const count = entries.filter(({ waits, fresh }) => waits || fresh).length
  return (
    <>
      <button
        ref={button}
        type="button"
        className="bell"
        aria-label={t('bell.label', { count })}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => onOpen(!isOpen)}
        onPointerEnter={() => void loadPanel()}
        onFocus={() => void loadPanel()}
      >
        <BellIcon size={18} strokeWidth={1.9} aria-hidden />
        {count > 0 && (
          <span className="bell-count nums" aria-hidden="true">
            {count > 99 ? '99+' : count}
          </span>
        )}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <BellPanel entries={entries} triggerRef={button} onClose={() => onOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
