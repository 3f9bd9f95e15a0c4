import { useMemo } from 'react'
import type { Point } from '../../api/types'
import { unitsPerMetre, worldOf } from '../world'
import { outline, pathOf } from './outline'

/** Everything within so many metres of one of the places, as the crow flies. */
export interface Reach {
  around: readonly Point[]
  metres: number
  /** Asked for: what lies outside is veiled. */
  must: boolean
}

// Wider than the base map at its farthest zoom.
const everywhere = 'M-9000-9000H12000V12000H-9000Z'

export function Rings({ reaches }: { reaches: readonly Reach[] }) {
  const drawn = useMemo(
    () =>
      reaches.map(({ around, metres, must }) => {
        const path = pathOf(
          outline(around.map((place) => ({ ...worldOf(place), r: metres * unitsPerMetre(place.lat) }))),
        )
        return { path, must }
      }),
    [reaches],
  )
  return (
    <svg className="rings" aria-hidden="true" width="1" height="1">
      <g>
        {drawn.map(({ path, must }, index) => (
          <g key={index}>
            {must && <path className="veil" fillRule="evenodd" d={everywhere + path} />}
            <path className="reach" d={path} />
          </g>
        ))}
      </g>
    </svg>
  )
}
