import { type ComponentType, useEffect, useState } from 'react'
import { withTexts } from '../i18n/i18n'
import { laterCode } from '../kit/later/code'

/**
 * A page whose code is read when it is first shown. React's own lazy() would hold what has come back for 300 ms, so
 * that a fallback does not flicker; here nothing stands in its place meanwhile. The page that shows the first list
 * has its texts already (vite.config.ts names it).
 */
export function screen<Props extends object = object>(
  read: () => Promise<{ default: ComponentType<Props> }>,
  texts: 'first' | 'all' = 'all',
) {
  const load = texts === 'all' ? withTexts(read) : () => laterCode(read)
  let loaded: ComponentType<Props> | undefined
  return function Screen(props: Props) {
    const [Page, setPage] = useState(() => loaded)
    useEffect(() => {
      if (loaded) return
      load().then(
        (module) => {
          loaded = module.default
          setPage(() => module.default)
        },
        (error: unknown) =>
          setPage(() => {
            throw error // to the boundary around the page
          }),
      )
    }, [])
    return Page ? <Page {...props} /> : null
  }
}
