import type { ExpressionSpecification, FilterSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { Language } from '../../i18n/languages'
import { colorOf, shownTheme } from '../../kit/theme/theme'
import type { TileSource } from '../ground'

export const tileSourceId = 'tiles'

/** An operator's tiles as MapLibre asks for them: an own path becomes a whole address, which its worker needs. */
export function sourceOf(tiles: TileSource, origin: string): SourceSpecification {
  const url = tiles.url.startsWith('/') ? origin + tiles.url : tiles.url
  const source = {
    tiles: [tiles.archive ? `pmtiles://${url}/{z}/{x}/{y}` : url],
    maxzoom: tiles.maxZoom,
    ...(tiles.attribution && { attribution: tiles.attribution }),
  }
  return tiles.kind === 'raster' ? { type: 'raster', tileSize: 256, ...source } : { type: 'vector', ...source }
}

/** The layers that draw them; pictures are dimmed where the page is dark. */
export function tileLayers(tiles: TileSource, language: Language): LayerSpecification[] {
  if (tiles.kind === 'vector') return vectorLayers(language)
  const dark = shownTheme() === 'dark'
  return [
    {
      id: 'tiles',
      type: 'raster',
      source: tileSourceId,
      paint: { 'raster-brightness-max': dark ? 0.6 : 1, 'raster-saturation': dark ? -0.4 : -0.15 },
    },
  ]
}

// What the usual schemas (OpenMapTiles, Protomaps, Shortbread) call the same things.
const kind: ExpressionSpecification = [
  'to-string',
  ['coalesce', ['get', 'class'], ['get', 'kind'], ['get', 'pmap:kind'], ''],
]
const isOneOf = (names: string[]): ExpressionSpecification => ['in', kind, ['literal', names]]
const shape = (type: 'Polygon' | 'LineString'): ExpressionSpecification => ['==', ['geometry-type'], type]
const parks = ['park', 'grass', 'wood', 'forest', 'garden', 'pitch', 'playground', 'recreation_ground', 'cemetery']
const rails = ['rail', 'transit', 'subway', 'light_rail']
const classes: [name: string, kinds: string[], width: number][] = [
  ['main', ['primary', 'secondary', 'tertiary', 'major_road', 'medium_road'], 5],
  ['trunk', ['motorway', 'trunk', 'highway'], 8],
]
const named = [...classes.flatMap(([, kinds]) => kinds), ...rails]

/** Label, in the reader's language where the tiles have it. */
export const nameOf = (language: Language): ExpressionSpecification => {
  const names = {
    en: ['name:en', 'name:latin', 'name'],
    'zh-Hant': ['name:zh-Hant', 'name:zh-HK', 'name:zh', 'name'],
    'zh-Hans': ['name:zh-Hans', 'name:zh', 'name'],
  }[language]
  return ['coalesce', ...names.map((name): ExpressionSpecification => ['get', name]), ''] as ExpressionSpecification
}

function layersOf(
  id: string,
  sources: string[],
  layer: {
    type: 'fill' | 'line' | 'symbol'
    filter: FilterSpecification
    minzoom?: number
    layout?: object
    paint: object
  },
) {
  return sources.map(
    (name) => ({ ...layer, id: `${id}-${name}`, source: tileSourceId, 'source-layer': name }) as LayerSpecification,
  )
}

const streets = ['transportation', 'roads', 'streets']
export const buildingSources = ['building', 'buildings']

function vectorLayers(language: Language): LayerSpecification[] {
  const fill = (id: string, sources: string[], filter: ExpressionSpecification, color: string) =>
    layersOf(id, sources, { type: 'fill', filter, paint: { 'fill-color': colorOf(color) } })
  const road = (id: string, filter: ExpressionSpecification, color: string, width: number, extra: number) =>
    layersOf(id, streets, {
      type: 'line',
      filter: ['all', shape('LineString'), filter],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': colorOf(color),
        'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 13, width / 2 + extra, 17, width * 3 + extra],
      },
    })
  const roads = (color: string, extra: number) => [
    ...road(`street-${extra}`, ['!', isOneOf(named)], color, 2, extra),
    ...classes.flatMap(([name, kinds, width]) => road(`${name}-${extra}`, isOneOf(kinds), color, width, extra)),
  ]
  const label = (id: string, sources: string[], minzoom: number, size: number, line: boolean) =>
    layersOf(id, sources, {
      type: 'symbol',
      filter: ['has', 'name'],
      minzoom,
      layout: {
        'symbol-placement': line ? 'line' : 'point',
        'text-field': nameOf(language),
        'text-size': size,
      },
      paint: {
        'text-color': colorOf('--map-label'),
        'text-halo-color': colorOf('--map-land'),
        'text-halo-width': 1.6,
      },
    })
  return [
    ...fill('land', ['earth'], shape('Polygon'), '--map-land'),
    ...fill('park', ['landcover', 'landuse', 'land', 'park'], ['all', shape('Polygon'), isOneOf(parks)], '--map-park'),
    ...fill('water', ['water', 'ocean', 'water_polygons'], shape('Polygon'), '--map-water'),
    ...fill('building', buildingSources, shape('Polygon'), '--map-building'),
    ...roads('--map-road-edge', 1.2),
    ...roads('--map-road', 0),
    ...road('rail', isOneOf(rails), '--ok', 2, 0),
    ...label('street-name', ['transportation_name', 'street_labels', 'roads'], 15, 12, true),
    ...label('place-name', ['place', 'places', 'place_labels'], 11, 14, false),
  ]
}
