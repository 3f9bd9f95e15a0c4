import { type ComponentType, useEffect, useState } from 'react'

/**
 * A page whose code is read when it is first shown. React's own lazy() would hold what has come back for 300 ms, so
 * that a fallback does not flicker; here nothing stands in its place meanwhile.
 */
export function screen<Props extends object = object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  let loaded: ComponentType<Props> | undefined
  return function Screen(props: Props) {
    const [Page, setPage] = useState(() => loaded)
    useEffect(() => {
      if (loaded) return
      void load().then((module) => {
        loaded = module.default
        setPage(() => module.default)
      })
    }, [])
    return Page ? <Page {...props} /> : null
  }
}
