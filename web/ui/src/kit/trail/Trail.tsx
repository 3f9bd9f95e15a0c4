import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useWords } from '../../i18n/i18n'

/** A page above the one that is shown. */
export interface Crumb {
  href: string
  name: ReactNode
}

/** The pages above this one, the topmost first. */
export function Trail({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useWords()
  return (
    <nav className="trail" aria-label={t('trail.label')}>
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
