import { useEffect, useRef } from 'react'

/** Names the page for the tab and, after a change of route, moves the focus to its heading. */
export function useTitle(title: string, brand: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${brand}`
  }, [title, brand])
  useEffect(() => {
    // At the first load the focus stays at the top, so that the skip link comes first.
    if (document.documentElement.dataset.navigated) heading.current?.focus()
    document.documentElement.dataset.navigated = 'yes'
  }, [])
  return heading
}
