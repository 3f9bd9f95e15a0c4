import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import { colorOf } from '../../kit/theme/theme'
import { basemapUrl } from '../basemap'

const layer = (name: string): ExpressionSpecification => ['==', ['get', 'layer'], name]
const road = (roadClass: string): ExpressionSpecification => ['all', layer('road'), ['==', ['get', 'class'], roadClass]]
const source = 'basemap'

function roads(): LayerSpecification[] {
  const widths: [string, number][] = [
    ['street', 2.5],
    ['main', 5],
    ['trunk', 8],
  ]
  const paint = (color: string, extra: number) =>
    widths.map(([name, width]): LayerSpecification => ({
      id: `road-${name}-${extra}`,
      type: 'line',
      source,
      filter: road(name),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': color,
        'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 13, width / 2 + extra, 17, width * 3 + extra],
      },
    }))
  return [...paint(colorOf('--map-road-edge'), 1.2), ...paint(colorOf('--map-road'), 0)]
}

// Where a pin stands on one side, a name goes to another.
const beside: SymbolLayerSpecification['layout'] = {
  'text-variable-anchor': ['top', 'right', 'left', 'bottom'],
  'text-radial-offset': 0.9,
  'text-justify': 'auto',
}

function labels(): LayerSpecification[] {
  const halo = { 'text-halo-color': colorOf('--map-land'), 'text-halo-width': 1.6 }
  return [
    {
      id: 'water-names',
      type: 'symbol',
      source,
      filter: ['all', layer('label'), ['==', ['get', 'class'], 'water']],
      layout: { 'text-field': ['get', 'name_zh'], 'text-size': 14 },
      paint: { 'text-color': colorOf('--map-water-label') },
    },
    {
      id: 'road-names',
      type: 'symbol',
      source,
      filter: layer('road'),
      minzoom: 15.2,
      layout: { 'symbol-placement': 'line', 'text-field': ['get', 'name_zh'], 'text-size': 12 },
      paint: { 'text-color': colorOf('--ink-3'), ...halo },
    },
    {
      id: 'district-names',
      type: 'symbol',
      source,
      filter: layer('district'),
      maxzoom: 15.5,
      layout: { 'text-field': ['get', 'name_zh'], 'text-size': 15, ...beside },
      paint: { 'text-color': colorOf('--map-label'), ...halo },
    },
    {
      id: 'station-dots',
      type: 'circle',
      source,
      filter: layer('station'),
      paint: {
        'circle-radius': 5,
        'circle-color': colorOf('--paper'),
        'circle-stroke-color': colorOf('--ink'),
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'station-names',
      type: 'symbol',
      source,
      filter: layer('station'),
      minzoom: 13.2,
      layout: { 'text-field': ['get', 'name_zh'], 'text-size': 13, ...beside },
      paint: { 'text-color': colorOf('--ink'), ...halo },
    },
  ]
}

export const schematicNames = ['road-names', 'district-names', 'station-names', 'water-names']

export const schematicSource: SourceSpecification = { type: 'geojson', data: basemapUrl, maxzoom: 15 }

/** The map that comes with the page, drawn for it. */
export const schematicLayers = (): LayerSpecification[] => [
  { id: 'water', type: 'background', paint: { 'background-color': colorOf('--map-water') } },
  { id: 'land', type: 'fill', source, filter: layer('land'), paint: { 'fill-color': colorOf('--map-land') } },
  { id: 'parks', type: 'fill', source, filter: layer('park'), paint: { 'fill-color': colorOf('--map-park') } },
  ...roads(),
  {
    id: 'rail',
    type: 'line',
    source,
    filter: layer('rail'),
    paint: { 'line-color': ['get', 'color'], 'line-width': 3, 'line-opacity': 0.8 },
  },
  ...labels(),
]
