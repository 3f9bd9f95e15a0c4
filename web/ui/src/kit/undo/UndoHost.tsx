import { lazy, Suspense, useSyncExternalStore } from 'react'
import { withTexts } from '../../i18n/i18n'
import { readOffer, subscribeToOffer } from './offer'

const UndoToast = lazy(withTexts(() => import('./UndoToast')))

/** Shows what can be taken back, on whichever page the reader stands by then. */
export function UndoHost() {
  const offer = useSyncExternalStore(subscribeToOffer, readOffer)
  return (
    offer && (
      <Suspense fallback={null}>
        <UndoToast key={offer.text} offer={offer} />
      </Suspense>
    )
  )
}
