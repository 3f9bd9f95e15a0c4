import { createContext, type ReactNode, useContext } from 'react'
import { Link, useLocation } from 'wouter'
import { useWords } from '../i18n/i18n'

/** A page above the one that is shown. */
export interface Crumb {
  href: string
  name: ReactNode
}

/** The pages above this one, the topmost first. */
export function Trail({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useWords()
  return (
    <nav className="trail" aria-label={t('nav.trail')}>
      <ol>
        {crumbs.map(({ href, name }) => (
          <li key={href}>
            <Link href={href}>{name}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

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
