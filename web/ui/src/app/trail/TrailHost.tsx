import { lazy, Suspense } from 'react'
import { useLocation } from 'wouter'
import { withTexts } from '../../i18n/i18n'

const PageTrail = lazy(withTexts(() => import('./PageTrail')))

/** The pages above the present one. Its line is kept while the code comes. */
export function TrailHost() {
  const [location] = useLocation()
  return (
    location.includes('/', 1) && (
      <Suspense fallback={<div className="trail" />}>
        <PageTrail path={location} />
      </Suspense>
    )
  )
}
