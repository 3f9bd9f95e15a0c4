import { useQuery } from '@tanstack/react-query'
import type { Language } from '../i18n/languages'

export interface BasemapFeature {
  type: 'Feature'
  properties: { layer: string; class?: string; name_en?: string; name_zh?: string; color?: string }
  geometry:
    | { type: 'Point'; coordinates: [number, number] }
    | { type: 'LineString'; coordinates: [number, number][] }
    | { type: 'Polygon'; coordinates: [number, number][][] }
}

export interface Basemap {
  type: 'FeatureCollection'
  features: BasemapFeature[]
}

export const basemapUrl = '/basemap/kowloon-east.geojson'
export const bounds: [number, number, number, number] = [114.183, 22.283, 114.257, 22.349]

export function useBasemap() {
  return useQuery({
    queryKey: ['basemap'],
    staleTime: Infinity,
    queryFn: async () => (await (await fetch(basemapUrl)).json()) as Basemap,
  }).data
}

/**
 * The base map has Traditional Chinese and English names only; Simplified readers see the names as they stand on the
 * street.
 */
export const nameField = (language: Language) => (language === 'en' ? 'name_en' : 'name_zh')

/** A result on the map. */
export interface MapPoint {
  id: string
  lon: number
  lat: number
  /** undefined: nothing is asked, so nothing is scored. */
  score: number | undefined
  name: string
  /** What its pin says: the score, or the value that the list is sorted by. */
  label: string
  /** The same in words, as part of its name. */
  said: string
  /** A must is unknown. */
  possible: boolean
  /** A must is missed: it stands apart from the results. */
  near: boolean
  gone: boolean
  /** Its pin is a circle on its place, so many pixels across, and never part of a ring. */
  across?: number
}
