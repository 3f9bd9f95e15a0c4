import { lazy, Suspense } from 'react'
import { useMe } from '../../api/session'
import { withTexts } from '../../i18n/i18n'

const Bell = lazy(withTexts(() => import('./Bell')))

/** The news of whoever is signed in. Their code comes after the first list; their place in the header is kept. */
export function BellHost() {
  const { me } = useMe()
  if (!me) return null
  return (
    <div className="bell-place">
      <Suspense fallback={null}>
        <Bell key={me.email} me={me} />
      </Suspense>
    </div>
  )
}
