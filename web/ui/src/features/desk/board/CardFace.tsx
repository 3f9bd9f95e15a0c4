import { memo, useCallback, useSyncExternalStore } from 'react'
import { useWords } from '../../../i18n/i18n'
import { MenuButton } from '../../../kit/overlays/MenuButton'
import { ScoreTile } from '../../../score/ScoreTile'
import type { DeskBoard } from '../../../live/desk/deskBoard'
import type { Selection } from '../bulk/selection'
import { movesOf, type State } from '../moves'
import { ageOf, dueText, pairName, shortName, sideName } from '../labels'
import { useCard } from '../../../live/desk/useDesk'

/** One card. It follows its own introduction alone, so that a change of another draws nothing here. */
export const CardFace = memo(function CardFace({
  board,
  selection,
  id,
  onMove,
  onAssign,
  onOpen,
}: {
  board: DeskBoard
  selection: Selection
  id: string
  onMove: (id: string, to: State) => void
  onAssign: (id: string) => void
  onOpen: (id: string) => void
}) {
  const words = useWords()
  const { t, format } = words
  const view = useCard(board, id)
  const selected = useSyncExternalStore(
    selection.subscribe,
    useCallback(() => selection.has(id), [selection, id]),
  )
  if (!view) return null
  const { card, viewers, pending } = view
  const pair = pairName(card, words)
  const due = dueText(card, words)
  const choices = [
    ...movesOf(card).map(({ to }) => ({ id: to, label: t('desk.moveTo', { state: t(`desk.state.${to}`) }) })),
    { id: 'assign', label: t('desk.assign') },
    { id: 'open', label: t('desk.open') },
    { id: 'select', label: t(selected ? 'desk.bulk.unselect' : 'desk.bulk.select') },
  ]
  const choose = (choice: string) =>
    choice === 'select'
      ? selection.toggle(id)
      : choice === 'open'
        ? onOpen(id)
        : choice === 'assign'
          ? onAssign(id)
          : onMove(id, choice as State)
  return (
    <div className={['face', pending && 'pending', selected && 'selected'].filter(Boolean).join(' ')} data-card={id}>
      {selected && <p className="visually-hidden">{t('desk.bulk.chosen')}</p>}
      <h3 className="pair">
        <span title={sideName(card.seeker, words)}>{sideName(card.seeker, words)}</span>
        <span title={sideName(card.counterpart, words)}>
          <span aria-hidden="true">× </span>
          {sideName(card.counterpart, words)}
        </span>
      </h3>
      <div className="face-tools">
        {card.score !== undefined && <ScoreTile score={card.score} />}
        <p className={card.overdue ? 'face-state due late' : 'face-state'}>
          {card.outcome ? t(`desk.outcome.${card.outcome}`) : due || ageOf(card.createdAt, words)}
        </p>
        <p className={card.officer ? 'whose' : 'whose meta'}>
          {card.officer ? shortName(card.officer) : t('desk.unassigned')}
        </p>
        <MenuButton
          label={t('desk.menu', { pair })}
          face="⋯"
          choices={choices}
          onChoose={choose}
          onOpen={(open) => (open ? board.hold() : board.release())}
        />
      </div>
      {card.holder !== 'nobody' && (
        <p className="visually-hidden">{t('desk.holder', { who: t(`desk.holds.${card.holder}`) })}</p>
      )}
      {viewers.length > 0 && (
        <p className="viewers">
          {t('desk.viewing', { count: viewers.length, names: format.list(viewers.map(shortName)) })}
        </p>
      )}
      {pending && <p className="meta">{t('saving')}</p>}
    </div>
  )
})
