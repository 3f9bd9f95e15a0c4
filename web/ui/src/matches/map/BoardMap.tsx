import { useCallback, useDeferredValue, useMemo } from 'react'
import type { Criterion } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { useListView } from '../../live/lists/useDemandList'
import { useExits } from '../../map/ground'
import { MapView } from '../../map/MapView'
import type { Lit } from '../../map/pins/lit'
import type { Area } from './useArea'
import { Beyond } from './Beyond'
import { farOf } from './beyond'
import { factsOf, pointsOf, type Shown, whereabouts } from './points'
import { reachesOf } from './reaches'

/** The matches of a list on the map. */
export default function BoardMap({
  ids,
  shown: { list, places, schema, scored, sortedBy, near },
  selected,
  picks,
  lit,
  area,
  criteria,
  onSelect,
}: {
  ids: readonly string[]
  shown: Shown
  selected: string | undefined
  picks: readonly string[]
  lit: Lit
  area: Area
  criteria: readonly Criterion[]
  onSelect: (id: string) => void
}) {
  const words = useWords()
  const view = useListView(list)
  // The view is a new object at each flush, which is when rows may have changed.
  const newest = useMemo(
    () => pointsOf(ids, { list, places, schema, scored, sortedBy, near }, words),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [ids, list, places, schema, scored, sortedBy, near, words.language, view],
  )
  // Drawing the map takes longer than the rows, which therefore come first.
  const points = useDeferredValue(newest)
  const facts = useCallback(
    (id: string) => factsOf(id, { list, places, schema, scored, sortedBy, near }, words),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [list, places, schema, scored, sortedBy, near, words.language],
  )
  const far = useMemo(
    () => farOf(points, ({ id }) => whereabouts(id, places, schema, words)),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [points, places, schema, words.language],
  )
  const exits = useExits()
  const reaches = useMemo(() => reachesOf(criteria, exits), [criteria, exits])
  return (
    <MapView
      legend
      fits
      points={points}
      selected={selected}
      picks={picks}
      lit={lit}
      search={area}
      reaches={reaches}
      factsOf={facts}
      onSelect={onSelect}
    >
      {far.length > 0 && <Beyond places={far} total={points.length} onSelect={onSelect} />}
    </MapView>
  )
}
