import { useMemo } from 'react'
import type { BoardCode } from '../../../api/types'
import { useWords } from '../../../i18n/i18n'
import { CheckBox, Segments, SelectField, TextField } from '../../../kit/fields/Field'
import { type Filter, fits } from './arrange'
import { fitsLead } from '../rail/ranking'
import type { DeskBoard } from '../../../live/desk/deskBoard'
import { isEnded } from '../../../introductions/status'
import { useBoard } from '../../../live/desk/useDesk'
import { boardCodes } from '../../../kinds/boards'

/** Which cards are shown, and the four numbers that the day begins with. */
export function FilterBar({
  board,
  me,
  filter,
  wanted,
  onFilter,
  closed,
  onClosed,
}: {
  board: DeskBoard
  me: string
  filter: Filter
  /** The filter by which the four numbers are counted. */
  wanted: Filter
  onFilter: (filter: Filter) => void
  closed: boolean
  onClosed: (closed: boolean) => void
}) {
  const { t } = useWords()
  return (
    <>
      <Counts board={board} me={me} filter={wanted} />
      <div className="desk-filters" role="search" aria-label={t('desk.filter.label')}>
        <Segments
          label={t('desk.filter.whose')}
          showLabel={false}
          value={filter.officer ? 'mine' : 'all'}
          onChange={(value) => onFilter(value === 'mine' ? { ...filter, officer: me } : without(filter, 'officer'))}
          options={(['all', 'mine'] as const).map((value) => ({ value, label: t(`desk.filter.${value}`) }))}
        />
        <SelectField
          label={t('desk.filter.board')}
          value={filter.board ?? ''}
          options={[
            { value: '', label: t('desk.filter.anyBoard') },
            ...boardCodes.map((value) => ({ value, label: t(`nav.${value}`) })),
          ]}
          onChange={({ target: { value } }) =>
            onFilter(value ? { ...filter, board: value as BoardCode } : without(filter, 'board'))
          }
        />
        <TextField
          label={t('desk.filter.text')}
          type="search"
          value={filter.text ?? ''}
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        />
        <CheckBox
          label={t('desk.filter.closed')}
          checked={closed}
          onChange={(event) => onClosed(event.target.checked)}
        />
      </div>
    </>
  )
}

function without(filter: Filter, key: keyof Filter) {
  const rest = { ...filter }
  delete rest[key]
  return rest
}

function Counts({ board, me, filter }: { board: DeskBoard; me: string; filter: Filter }) {
  const { t, format } = useWords()
  const { cards, leads } = useBoard(board)
  const counts = useMemo(() => {
    const open = cards.filter((view) => !isEnded(view.card) && fits(view, filter))
    const waiting = open.filter(({ card }) => card.holder === 'officer')
    return {
      open: open.length,
      waiting: waiting.length,
      mine: waiting.filter(({ card }) => card.officer === me).length,
      overdue: open.filter(({ card }) => card.overdue).length,
      leads: leads.filter((lead) => fitsLead(lead, filter)).length,
    }
  }, [cards, leads, me, filter])
  return (
    <dl className="counts">
      {Object.entries(counts).map(([name, count]) => (
        <div key={name}>
          <dt>{t(`desk.count.${name}`)}</dt>
          <dd className="nums">{format.number(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
