import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useWords } from '../../i18n/i18n'
import { nearestStop, pressed, type Stop, stepped, stops } from './stops'

const steps: Partial<Record<string, number>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  PageUp: 1,
  End: 2,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageDown: -1,
  Home: -2,
}

// A finger that lies still moves by some pixels.
const still = 5

/** Draws the list up over the map, and puts it down: by dragging, by a press, or by arrow keys. */
export default function SheetHandle({ stop, onChange }: { stop: Stop; onChange: (stop: Stop) => void }) {
  const { t } = useWords()
  const drag = useRef<{ sheet: HTMLElement; room: number; start: number; height: number; last: number }>(undefined)
  const down = (event: PointerEvent<HTMLDivElement>) => {
    const sheet = event.currentTarget.parentElement!
    const { bottom } = sheet.getBoundingClientRect()
    const room = bottom - sheet.parentElement!.getBoundingClientRect().top
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { sheet, room, start: event.clientY, height: sheet.offsetHeight, last: sheet.offsetHeight }
  }
  const move = (event: PointerEvent) => {
    const held = drag.current
    if (!held) return
    held.last = Math.max(60, Math.min(held.room, held.height + held.start - event.clientY))
    held.sheet.dataset.dragged = ''
    held.sheet.style.height = `${held.last}px`
  }
  const up = (event: PointerEvent) => {
    const held = drag.current
    drag.current = undefined
    if (!held) return
    delete held.sheet.dataset.dragged
    held.sheet.style.height = ''
    const isPress = event.type === 'pointerup' && Math.abs(event.clientY - held.start) < still
    onChange(isPress ? pressed(stop) : nearestStop(held.last, held.room))
  }
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined && event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    event.stopPropagation()
    onChange(step === undefined ? pressed(stop) : stepped(stop, step))
  }
  return (
    <div
      className="sheet-handle"
      role="slider"
      tabIndex={0}
      aria-label={t('view.sheet')}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={stops.length - 1}
      aria-valuenow={stops.indexOf(stop)}
      aria-valuetext={t(`view.stop.${stop}`)}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={press}
    />
  )
}
