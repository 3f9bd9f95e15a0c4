import { useWords } from '../i18n/i18n'
import { minutesOnFoot } from './rings/walking'
import { ScoreLegend } from '../score/ScoreTile'
import type { MapPoint } from './basemap'
import type { Reach } from './rings/Rings'

/** What the colours and lines of the map mean, as far as it has them. */
export function MapLegend({ points, reaches = [] }: { points: MapPoint[]; reaches?: readonly Reach[] | undefined }) {
  const { t } = useWords()
  const walks = [...new Set(reaches.map(({ metres }) => minutesOnFoot(metres)))].sort((a, b) => a - b)
  if (!points.some(({ score }) => score !== undefined)) return null
  return (
    <ScoreLegend>
      {points.some(({ possible }) => possible) && (
        <span>
          <i className="possible" aria-hidden="true" />
          {t('verdict.possible')}
        </span>
      )}
      {points.some(({ near }) => near) && (
        <span>
          <i className="near" aria-hidden="true" />
          {t('verdict.nearMiss')}
        </span>
      )}
      {walks.map((count) => (
        <span key={count}>
          <i className="walk" aria-hidden="true" />
          {t('map.walk', { count })}
        </span>
      ))}
    </ScoreLegend>
  )
}
