import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useWords } from '../../i18n/i18n'
import { PageHeading } from '../../kit/PageHeading'
import { TrailContext } from '../../kit/trail/HeadingTrail'

/** The tabs that are no board. */
export const moneyTab = 'money'
export const timelineTab = 'timeline'

export interface BriefTab {
  code: string
  title: string
  href: string
  /** How many matches it has; undefined: not counted. */
  count?: number | undefined
}

/** The Brief's name, its tabs, and what can be done with the whole of it; one line at any width. */
export function BriefHeader({
  title,
  tabs,
  current,
  isHeading = true,
  children,
}: {
  title: string
  tabs: BriefTab[]
  current: string
  /** Whether the name is the page's heading; below it a tab may have one of its own. */
  isHeading?: boolean
  children?: ReactNode
}) {
  const { t, format } = useWords()
  const trail = useContext(TrailContext)
  const bar = useRef<HTMLElement>(null)
  // A phone has no room for all of them.
  useEffect(() => {
    bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <div className="brief-header">
      {trail}
      {isHeading ? <PageHeading title={title} /> : <p className="brief-name">{title}</p>}
      <nav ref={bar} className="brief-tabs" aria-label={t('brief.tabs')}>
        {tabs.map(({ code, title: name, href, count }) => (
          <Link key={code} href={href} aria-current={code === current ? 'page' : undefined}>
            {name}
            <span className="nums brief-count">{count === undefined ? '' : format.number(count)}</span>
          </Link>
        ))}
      </nav>
      <div className="brief-tools">{children}</div>
    </div>
  )
}
