import { addProtocol } from 'maplibre-gl'
import { laterCode } from '../../kit/later/code'

let added: Promise<void> | undefined

/** Teaches MapLibre to read a PMTiles file; the reader of such files is loaded only where one is set. */
export const readArchives = () =>
  (added ??= laterCode(() => import('pmtiles')).then(({ Protocol }) => addProtocol('pmtiles', new Protocol().tile)))
