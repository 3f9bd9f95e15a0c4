import { useEffect, useRef, useSyncExternalStore } from 'react'

const setting = 'matchmaker.shortcuts'
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
const isOn = () => localStorage.getItem(setting) !== 'off'

/** Whether single keys act: who speaks to the computer, or hits keys by accident, turns them off. */
export function useShortcutSetting() {
  const on = useSyncExternalStore(subscribe, isOn, isOn)
  const set = (next: boolean) => {
    if (next) localStorage.removeItem(setting)
    else localStorage.setItem(setting, 'off')
    for (const listener of listeners) listener()
  }
  return [on, set] as const
}

const typing = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable=true]'

/** Whether a key belongs to what has the focus: to a field, to a combination, or to a dialog. */
export const isTaken = (event: KeyboardEvent) =>
  event.defaultPrevented ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  event.isComposing ||
  (event.target instanceof Element && event.target.closest(`${typing}, [role=dialog]`) !== null)

/** A single key that acts while the component is shown, outside of fields and dialogs. */
export function useShortcut(key: string, act: () => void, enabled = true) {
  const [on] = useShortcutSetting()
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!on || !enabled) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== key || isTaken(event)) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [key, on, enabled])
}
