import { createContext, type ReactNode, useContext } from 'react'
import { useLocation } from 'wouter'

/** What shows the trail of the page at hand; the app, which knows all pages, fills it in. */
export const TrailContext = createContext<ReactNode>(null)

// Their names stand in a bar, which holds the trail too.
const bars = /^\/(desk|briefs|demands)\b/

/** The trail above a page's heading. */
export function HeadingTrail() {
  const trail = useContext(TrailContext)
  const [location] = useLocation()
  return bars.test(location) ? null : trail
}
