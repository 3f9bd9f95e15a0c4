import { type FocusEvent, type PointerEvent, useLayoutEffect, useRef } from 'react'
import { light, type Lit } from '../../map/pins/lit'

const rowOf = (target: EventTarget) => (target as Element).closest<HTMLElement>('.list-row')?.dataset.id

/** The rows light their pins, and are lit by them; no row is rendered for it. */
export function useLitRows(lit: Lit | undefined) {
  const rows = useRef<HTMLOListElement>(null)
  // After each rendering too: a row that comes bears the light that is on it.
  useLayoutEffect(() => {
    if (!lit) return
    const show = () => {
      const lighted = lit.read()
      const ids = lighted?.from === 'map' ? lighted.ids : []
      light(rows.current!.querySelectorAll<HTMLElement>('.list-row'), (row) => ids.includes(row.dataset.id!))
    }
    show()
    return lit.subscribe(show)
  })
  const set = (event: PointerEvent | FocusEvent) => {
    const id = rowOf(event.target)
    if (id) lit?.set([id], 'list')
  }
  const clear = () => lit?.clear('list')
  return { ref: rows, onPointerOver: set, onFocus: set, onPointerLeave: clear, onBlur: clear }
}
