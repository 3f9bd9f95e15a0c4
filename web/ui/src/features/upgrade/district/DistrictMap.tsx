import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { useBuildings } from '../../../api/records'
import type { Point } from '../../../api/types'
import { useWords } from '../../../i18n/i18n'
import { ChartCard } from '../../../kit/charts/ChartCard'
import { MapView } from '../../../map/MapView'
import { type DistrictFigure, firmsOf, isTold } from './district'
import { FirmCount } from './FirmCount'

const least = 24 // px, so that the number has room
const largest = 36

/** The buildings with five firms or more, each a circle whose area is their number. */
export function DistrictMap({
  figures,
  elsewhere,
  nameOf,
  places,
}: {
  figures: readonly DistrictFigure[]
  elsewhere: DistrictFigure
  nameOf: (figure: string) => string
  places: ReturnType<typeof useBuildings>
}) {
  const { t, format } = useWords()
  const [, navigate] = useLocation()
  const told = figures.filter(isTold)
  const most = Math.max(1, ...told.map(({ firms }) => firms))
  const points = told.flatMap(({ figure, of, firms }) => {
    const at = places.get(of[0]!)?.values.location as Point | undefined
    return at
      ? [
          {
            id: figure,
            lon: at.lon,
            lat: at.lat,
            score: undefined,
            name: nameOf(figure),
            label: format.number(firms, 0),
            said: t('district.count', { count: firms }),
            possible: false,
            near: false,
            gone: false,
            across: Math.max(least, largest * Math.sqrt(firms / most)),
          },
        ]
      : []
  })
  const asked = JSON.stringify(points)
  // The map follows what is on it, not each rendering.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const shown = useMemo(() => points, [asked])
  const rows = [...figures, ...(elsewhere.firms === 0 ? [] : [elsewhere])]
  return (
    <ChartCard
      title={t('district.buildings.title')}
      note={t('district.buildings.note')}
      table={{
        head: [t('district.buildings.of'), t('district.countColumn')],
        rows: rows.map((figure) => [
          nameOf(figure.figure),
          <FirmCount key="firms" figure={figure} name={nameOf(figure.figure)} />,
        ]),
      }}
    >
      {told.length === 0 ? (
        <p className="meta">{t('district.none')}</p>
      ) : (
        <div className="district-figures-map">
          <MapView points={shown} fits onSelect={(figure) => navigate(firmsOf(figure))} />
        </div>
      )}
      {elsewhere.firms !== 0 && (
        <p className="meta">
          {nameOf(elsewhere.figure)} · <FirmCount figure={elsewhere} name={nameOf(elsewhere.figure)} inWords />
        </p>
      )}
    </ChartCard>
  )
}
