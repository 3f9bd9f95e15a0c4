import { useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useMedia } from '../../kit/useMedia'
import { useBasemap } from '../../map/basemap'
import { placed, type Placing, type RankOf, sorted } from '../list/sorting'
import { placeOf } from '../list/names'
import { useWords } from '../../i18n/i18n'
import type { Match } from '../../api/types'
import { Paper, type PaperProps } from './Paper'

const best = 5

/** The list as it is printed: what is picked, or else the best of it as it stands on the screen. */
export function PaperHost({
  order,
  rankOf,
  placing,
  only,
  picks,
  matchOf,
  ...paper
}: Omit<PaperProps, 'columns' | 'isPicked'> & {
  order: readonly string[]
  rankOf: RankOf | undefined
  placing: Placing | undefined
  only: ReadonlySet<string> | undefined
  picks: readonly string[]
  matchOf: (id: string) => Match | undefined
}) {
  const words = useWords()
  const isPrinting = usePrinting()
  // Printing waits for nothing, so that the ground of the map is read before.
  useBasemap()
  const { places } = paper
  const ids = useMemo(() => {
    if (!isPrinting) return []
    const shown = placed(sorted(order, rankOf), placing).filter((id) => !only || only.has(id))
    return picks.length > 0 ? picks : shown.slice(0, best)
  }, [isPrinting, order, rankOf, placing, only, picks])
  if (ids.length === 0) return null
  const columns = ids.map((id) => ({ id, place: placeOf(id, places, words), match: matchOf(id) }))
  return <Paper {...paper} columns={columns} isPicked={picks.length > 0} />
}

/** Whether the page goes to paper: the browser says so before it looks at the page, and takes it as it is then. */
function usePrinting() {
  const onPaper = useMedia('print')
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return onPaper || isPrinting
}
