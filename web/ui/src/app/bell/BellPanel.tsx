import { CalendarClock, Handshake, ListChecks, MessageSquare, UserPlus } from 'lucide-react'
import type { RefObject } from 'react'
import { Link } from 'wouter'
import { useWords } from '../../i18n/i18n'
import { Popup } from '../../kit/overlays/Popup'
import type { Entry } from './entries'

const icons = {
  introduction: Handshake,
  meeting: CalendarClock,
  matches: ListChecks,
  account: UserPlus,
  enquiry: MessageSquare,
} as const

/** What waits, then what is new, then what was seen already. Each line leads to its page. */
export default function BellPanel({
  entries,
  triggerRef,
  onClose,
}: {
  entries: Entry[]
  triggerRef: RefObject<HTMLButtonElement | null>
  onClose: () => void
}) {
  const { t } = useWords()
  const parts = [
    ['waiting', entries.filter(({ waits }) => waits)],
    ['fresh', entries.filter(({ waits, fresh }) => !waits && fresh)],
    ['earlier', entries.filter(({ waits, fresh }) => !waits && !fresh)],
  ] as const
  return (
    <Popup label={t('bell.title')} triggerRef={triggerRef} onClose={onClose} className="bell-panel" maxHeight={560}>
      <h2>{t('bell.title')}</h2>
      {entries.length === 0 && <p className="meta">{t('bell.none')}</p>}
      {parts.map(
        ([part, held]) =>
          held.length > 0 && (
            <section key={part} aria-labelledby={`bell-${part}`}>
              <h3 id={`bell-${part}`}>
                {t(`bell.${part}`)} <span className="meta nums">{held.length}</span>
              </h3>
              <ul>
                {held.map((entry) => (
                  <BellLine key={`${entry.kind} ${entry.id}`} entry={entry} onClose={onClose} />
                ))}
              </ul>
            </section>
          ),
      )}
    </Popup>
  )
}

function BellLine({ entry: { kind, title, text, at, href, fresh }, onClose }: { entry: Entry; onClose: () => void }) {
  const { format } = useWords()
  const Icon = icons[kind]
  return (
    <li className={fresh ? 'bell-line fresh' : 'bell-line'}>
      <Link href={href} onClick={onClose}>
        <Icon size={16} strokeWidth={1.9} aria-hidden />
        <span>
          <b>{title}</b>
          {(text || at) && (
            <span className="meta">
              {text}
              {at && <time dateTime={at}>{format.instant(at)}</time>}
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}
