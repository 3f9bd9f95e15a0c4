import { SlidersHorizontal } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useWords, withTexts } from '../../i18n/i18n'
import { useMedia } from '../../kit/useMedia'
import type { FiltersProps } from './Filters'
import { useFilters } from './useFilters'

const loadMore = withTexts(() => import('./MoreFilters'))
const MoreFilters = lazy(loadMore)

/** Further filters, and lists of codes to choose from, behind a button. */
export default function MoreButton(props: FiltersProps) {
  const { board, criteria, schema } = props
  const { t } = useWords()
  const { more, lists } = useFilters(board, criteria, schema)
  const narrow = useMedia('(max-width: 759px)')
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={button}
        type="button"
        className={narrow ? 'button icon' : 'button small'}
        data-opens="filters"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onPointerEnter={() => void loadMore()}
        onFocus={() => void loadMore()}
      >
        <SlidersHorizontal size={narrow ? 18 : 15} strokeWidth={1.9} aria-hidden />
        <span className={narrow ? 'visually-hidden' : 'nums'}>
          {t('filters.more', { count: more.length + lists.length })}
        </span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <MoreFilters {...props} attributes={more} lists={lists} triggerRef={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
