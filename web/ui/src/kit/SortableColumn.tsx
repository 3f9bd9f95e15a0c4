import { memo, type ReactNode, useMemo } from 'react'
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'

interface LaneProps {
  id: string
  label: string
  ids: readonly string[]
  /** Said by a screen reader, and found by typing. */
  nameOf: (id: string) => string
  /** The columns that accept a card. */
  targetsOf: (id: string) => string[]
  onPut: (id: string, column: string) => void
  onOpen: (id: string) => void
  /** A card is taken up, or let go. */
  onHold: (held: boolean) => void
  handleLabel: (name: string) => string
  /** No other column accepts a card. */
  alone: boolean
  empty: ReactNode
  children: (id: string) => ReactNode
}

const carried = 'card'
const into = (column: string) => `lane-${column.toLowerCase()}`

// A card is dropped on a column, not on a position within it.
const wholeLane = { getDropTargetFromPoint: () => ({ type: 'root' as const }) }

/**
 * A column of cards that are dragged to other columns, by pointer or keyboard. A card carries the columns that accept
 * it.
 */
export const SortableColumn = memo(function SortableColumn({
  id,
  label,
  ids,
  nameOf,
  targetsOf,
  onPut,
  onOpen,
  onHold,
  handleLabel,
  alone,
  empty,
  children,
}: LaneProps) {
  const items = useMemo(() => ids.map((item) => ({ id: item })), [ids])
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({
        'text/plain': nameOf(String(key)),
        [carried]: String(key),
        ...Object.fromEntries(targetsOf(String(key)).map((column) => [into(column), String(key)])),
      })),
    acceptedDragTypes: [into(id)],
    dropTargetDelegate: wholeLane,
    getDropOperation: (target, types) => (target.type === 'root' && types.has(into(id)) ? 'move' : 'cancel'),
    onRootDrop: ({ items: dropped }) => {
      for (const item of dropped)
        if (item.kind === 'text' && item.types.has(carried)) void item.getText(carried).then((card) => onPut(card, id))
    },
    onDragStart: () => onHold(true),
    onDragEnd: () => onHold(false),
    isDisabled: alone,
  })
  return (
    <GridList
      className="lane-cards"
      aria-label={label}
      items={items}
      dragAndDropHooks={dragAndDropHooks}
      onAction={(key) => onOpen(String(key))}
      renderEmptyState={() => empty}
      disallowTypeAhead
    >
      {(item) => (
        <GridListItem id={item.id} textValue={nameOf(item.id)} className="lane-card">
          {!alone && (
            <Button slot="drag" className="drag-handle" aria-label={handleLabel(nameOf(item.id))}>
              <span aria-hidden="true">⠿</span>
            </Button>
          )}
          {children(item.id)}
        </GridListItem>
      )}
    </GridList>
  )
})
