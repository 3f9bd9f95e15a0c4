import type { Schemas } from '../../../api/client'
import type { Words } from '../../../i18n/i18n'

type Entry = Schemas['TimelineEntry']

/** What an entry of a timeline says, in one line. */
export function headline({ kind, side, state, through, text, outcome, letter, by }: Entry, { t }: Words): string {
  const who = side ? t(`desk.side.${side}`) : t('desk.timeline.office')
  switch (kind) {
    case 'moved':
      return outcome
        ? t('desk.timeline.ended', { outcome: t(`desk.outcome.${outcome}`) })
        : state === 'declined'
          ? t('desk.timeline.declined', { who })
          : t(`desk.timeline.moved.${state ?? 'offered'}`)
    case 'created':
    case 'asked':
      return t('desk.timeline.asked', { who })
    case 'consented':
      return t(`desk.timeline.yes.${through ?? 'account'}`, { who })
    case 'assigned':
      return t('desk.timeline.assigned', { officer: text })
    case 'written':
      return t('desk.timeline.written', { subject: letter?.subject, to: letter?.to })
    case 'returned':
      return t('desk.timeline.returned', { to: by })
    default:
      return t(`desk.timeline.${kind}`, { who })
  }
}
