import { memo, type ReactNode, useMemo } from 'react'
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'

interface LaneProps {
  id: string
  label: string
  ids: readonly string[]
  /** Said by a screen reader, and found by typing. */
  nameOf: (id: string) => string
  /** The lanes into which a card may be put. */
  targetsOf: (id: string) => string[]
  onPut: (id: string, lane: string) => void
  onOpen: (id: string) => void
  /** A card is taken up, or let go. */
  onHold: (held: boolean) => void
  handleLabel: (name: string) => string
  /** There is no other lane to put a card into. */
  alone: boolean
  empty: ReactNode
  children: (id: string) => ReactNode
}

const carried = 'card'
const into = (lane: string) => `lane-${lane.toLowerCase()}`

// A card goes to a lane, not to a place among its cards.
const wholeLane = { getDropTargetFromPoint: () => ({ type: 'root' as const }) }

/** A list of cards that can be dragged to other lanes, by pointer or by keyboard. What a lane takes, a card carries with it. */
export const Lane = memo(function Lane({
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
        ...Object.fromEntries(targetsOf(String(key)).map((lane) => [into(lane), String(key)])),
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
