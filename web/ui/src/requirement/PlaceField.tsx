import { useState } from 'react'
import type { Point } from '../api/types'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { SelectField } from '../kit/fields/Field'
import { useStations } from '../map/ground'
import { MapView } from '../map/MapView'
import { isSamePlace } from '../score/describe'

const rounded = (value: number) => Math.round(value * 1e6) / 1e6

/** A place: one of the railway stations, or a point picked on the map. */
export function PlaceField({
  label,
  value,
  errors,
  onChange,
}: {
  label?: string
  value: Point | undefined
  errors?: string[] | undefined
  onChange: (point: Point | undefined) => void
}) {
  const { t, text } = useWords()
  const stations = useStations().map(({ name, position }) => ({ name: text(name), ...position }))
  const [mapOpen, setMapOpen] = useState(false)
  const station = value ? stations.findIndex((entry) => isSamePlace(entry, value)) : -1
  const options = [
    { value: '', label: t('choose') },
    ...(value && station < 0 ? [{ value: 'point', label: `${value.lat.toFixed(4)}, ${value.lon.toFixed(4)}` }] : []),
    ...stations.map((entry, index) => ({ value: String(index), label: t('place.station', { name: entry.name }) })),
  ]
  const choose = (chosen: string) => {
    const entry = stations[Number(chosen)]
    if (chosen === '') onChange(undefined)
    else if (entry) onChange({ lat: rounded(entry.lat), lon: rounded(entry.lon) })
  }
  return (
    <div className="place-field">
      <SelectField
        label={label ?? t('operand.within.of')}
        options={options}
        errors={errors}
        value={station >= 0 ? String(station) : value ? 'point' : ''}
        onChange={(event) => choose(event.target.value)}
      />
      <Button look="small" aria-expanded={mapOpen} onClick={() => setMapOpen(!mapOpen)}>
        {t('place.pick')}
      </Button>
      {mapOpen && (
        <div className="place-map">
          <MapView
            points={[]}
            picked={value}
            onPick={(point) => onChange({ lat: rounded(point.lat), lon: rounded(point.lon) })}
          />
          <p className="meta">{t('place.pickHint')}</p>
        </div>
      )}
    </div>
  )
}
