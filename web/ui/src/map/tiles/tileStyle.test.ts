import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { languages } from '../../i18n/languages'
import type { TileSource } from '../ground'
import { labelsOf, mapStyle } from './mapStyle'
import { sourceOf } from './tileStyle'

const theme = vi.hoisted(() => ({ shown: 'light' }))
vi.mock('../../kit/theme/theme', () => ({ colorOf: () => 'rgb(1, 2, 3)', shownTheme: () => theme.shown }))

const origin = 'https://office.example'
const pictures: TileSource = {
  url: 'https://tiles.example/{z}/{x}/{y}.png',
  kind: 'raster',
  archive: false,
  maxZoom: 18,
}
const archive: TileSource = { url: '/map/tiles.pmtiles', kind: 'vector', archive: true, maxZoom: 15 }
const kinds: [string, TileSource | undefined][] = [
  ['no tiles', undefined],
  ['pictures', pictures],
  ['vector tiles', { ...pictures, url: 'https://tiles.example/{z}/{x}/{y}.pbf', kind: 'vector', maxZoom: 14 }],
  ['a file', archive],
  ['a file of pictures', { ...archive, kind: 'raster' }],
]

beforeEach(() => {
  theme.shown = 'light'
  vi.stubGlobal('location', { origin })
})

describe.each(kinds)('The map over %s', (_, tiles) => {
  it.each(languages.flatMap(({ language }) => ['light', 'dark'].map((shown) => [language, shown] as const)))(
    'is a style that MapLibre takes, in %s and %s',
    (language, shown) => {
      theme.shown = shown
      const style = mapStyle(tiles, language)
      expect(validateStyleMin(style)).toEqual([])
      const ids = style.layers.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    },
  )
  it('names everything in the language that is switched to', () => {
    const style = mapStyle(tiles, 'en')
    for (const [layer, field] of labelsOf(style, 'zh-Hant')) {
      const labelled = style.layers.map((known) =>
        known.id === layer ? { ...known, layout: { ...known.layout, 'text-field': field } } : known,
      )
      expect(validateStyleMin({ ...style, layers: labelled as typeof style.layers })).toEqual([])
    }
    expect(JSON.stringify(labelsOf(style, 'en'))).not.toContain('name_zh')
  })
})

describe('Where tiles are asked for', () => {
  it('is the template as it is set, to the zoom that has tiles', () =>
    expect(sourceOf({ ...pictures, attribution: '© Survey' }, origin)).toEqual({
      type: 'raster',
      tileSize: 256,
      tiles: ['https://tiles.example/{z}/{x}/{y}.png'],
      maxzoom: 18,
      attribution: '© Survey',
    }))
  it('is the whole address of a file on this host, which is read as an archive', () =>
    expect(sourceOf(archive, origin)).toEqual({
      type: 'vector',
      tiles: ['pmtiles://https://office.example/map/tiles.pmtiles/{z}/{x}/{y}'],
      maxzoom: 15,
    }))
  it('is this host for a path', () =>
    expect(sourceOf({ ...pictures, url: '/tiles/{z}/{x}/{y}.png' }, origin)).toMatchObject({
      tiles: ['https://office.example/tiles/{z}/{x}/{y}.png'],
    }))
  it('is the schematic map of the page without tiles', () =>
    expect(Object.keys(mapStyle(undefined, 'en').sources)).toEqual(['basemap']))
})
