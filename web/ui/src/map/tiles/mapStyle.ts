import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl'
import type { Language } from '../../i18n/languages'
import { colorOf } from '../../kit/theme/theme'
import { nameField } from '../basemap'
import type { TileSource } from '../ground'
import { schematicLayers, schematicNames, schematicSource } from './schematic'
import { nameOf, sourceOf, tileLayers, tileSourceId } from './tileStyle'

/**
 * In the theme that is shown: an operator's tiles where they are set, else the schematic map. Without `glyphs` letters
 * are drawn from the reader's own fonts, so no font server is needed.
 */
export function mapStyle(tiles: TileSource | undefined, language: Language): StyleSpecification {
  if (!tiles) return { version: 8, sources: { basemap: schematicSource }, layers: schematicLayers() }
  return {
    version: 8,
    sources: { [tileSourceId]: sourceOf(tiles, location.origin) },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colorOf('--map-land') } },
      ...tileLayers(tiles, language),
    ],
  }
}

/** What each layer with names is labelled by in a language. */
export function labelsOf(
  style: Pick<StyleSpecification, 'layers'>,
  language: Language,
): [layer: string, field: ExpressionSpecification][] {
  return style.layers
    .filter((layer) => layer.type === 'symbol' && layer.layout?.['text-field'])
    .map(({ id }) => [id, schematicNames.includes(id) ? ['get', nameField(language)] : nameOf(language)])
}
