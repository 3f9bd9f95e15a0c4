import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useBackCloses } from '../../kit/back/useBackCloses'
import { useWords } from '../../i18n/i18n'
import type { View } from '../world'
import { sideOf } from './cardSide'
import { lookOf, type Mark, signOf } from './marks'

// As the style sheet bounds it.
const highest = 280

/** The results at one place, to choose one of them. */
export function PlaceList({
  mark,
  view,
  selected,
  factsOf,
  onSelect,
  onClose,
}: {
  mark: Mark
  view: View
  selected: string | undefined
  factsOf: ((id: string) => string) | undefined
  onSelect: (id: string) => void
  onClose: () => void
}) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<Element>(null)
  useEffect(() => {
    opener.current = document.activeElement
    box.current!.querySelector('button')!.focus({ preventScroll: true })
  }, [])
  const close = () => {
    onClose()
    if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true })
  }
  useBackCloses(true, close)
  const press = (event: KeyboardEvent) => {
    // Arrow keys scroll the list, not the map below it.
    event.stopPropagation()
    if (event.key !== 'Escape') return
    event.preventDefault()
    close()
  }
  return (
    <div
      ref={box}
      className="pin-card place-list"
      role="dialog"
      aria-label={t('map.here', { count: mark.points.length })}
      data-side={sideOf(mark, view, highest)}
      style={{ '--x': mark.x, '--y': mark.y } as React.CSSProperties}
      onKeyDown={press}
      onWheel={(event) => event.stopPropagation()}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose()
      }}
    >
      <b>{t('map.here', { count: mark.points.length })}</b>
      <ul>
        {mark.points.map(({ id, name, label, gone, ...point }) => (
          <li key={id}>
            <button
              type="button"
              className={gone ? 'gone' : ''}
              aria-current={id === selected ? 'true' : undefined}
              onClick={() => onSelect(id)}
            >
              <span className={`place-label ${lookOf(point)}`}>
                {label}
                {signOf(point)}
              </span>
              <span>
                {name}
                <small>{factsOf?.(id)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
