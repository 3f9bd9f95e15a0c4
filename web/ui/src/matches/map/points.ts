import type { Schema } from '../../api/boards'
import type { Places } from '../../api/records'
import type { Match } from '../../api/types'
import type { Words } from '../../i18n/i18n'
import { perSquareFoot } from '../../i18n/quantity'
import { boards } from '../../kinds/boards'
import type { MatchList } from '../../live/lists/matchList'
import type { MapPoint } from '../../map/basemap'
import { campuses } from '../../uses/admits'
import { labelOf, shortValue } from '../../score/describe'
import { type Place, placeOf, valueOf } from '../list/names'

export interface Shown {
  list: MatchList
  places: Places
  schema: Schema
  scored: boolean
  /** The attribute that the list is sorted by; its values stand on the pins instead of the scores. */
  sortedBy: string | undefined
  /** What misses one must and stands behind the list. */
  near: ReadonlyMap<string, Match>
}

const matchOf = (id: string, { list, near }: Shown) => list.readRow(id)?.match ?? near.get(id)

/** The matches whose place is known, as points of the map. */
export function pointsOf(ids: readonly string[], shown: Shown, words: Words): MapPoint[] {
  return ids.flatMap((id) => {
    const match = matchOf(id, shown)
    const place = placeOf(id, shown.places, words)
    if (!match || !place.location) return []
    const { lon, lat } = place.location
    return {
      id,
      lon,
      lat,
      score: shown.scored ? match.score : undefined,
      name: place.name,
      ...labelsOf(match, place, shown, words),
      possible: shown.scored && match.verdict === 'possible',
      near: match.verdict === 'nearMiss',
      gone: shown.list.readRow(id)?.gone ?? false,
    }
  })
}

function labelsOf(match: Match, place: Place, { schema, scored, sortedBy }: Shown, words: Words) {
  const score = words.format.score(match.score)
  const code = sortedBy ?? (scored ? undefined : 'rent')
  const value = code === undefined ? undefined : numberOf(match, place, code)
  if (code !== undefined && value !== undefined) {
    const attribute = schema.byCode.get(code)
    const label =
      attribute?.unit === 'HKD/m2/month'
        ? `$${words.format.number(perSquareFoot(value), 1)}`
        : shortValue(value, attribute, words)
    return { label, said: `${labelOf(code, schema, words)} ${shortValue(value, attribute, words)}` }
  }
  return scored ? { label: score, said: words.t('score.of', { score }) } : { label: '–', said: '' }
}

/** What the match itself says comes first: it is newer than the record, which is read after it. */
function numberOf(match: Match, place: Place, code: string) {
  const stated =
    match.parts.find((part) => part.attribute === code)?.actual ?? valueOf(place.record, place.building, code)
  return typeof stated === 'number' ? stated : undefined
}

/** One line for the card beside a pin: the numbers among what leads a row. */
export function factsOf(id: string, shown: Shown, words: Words) {
  const { places, schema, sortedBy } = shown
  const match = matchOf(id, shown)
  const place = placeOf(id, places, words)
  if (!match) return ''
  const codes = new Set([...boards[places.board].keyAttributes, ...(sortedBy ? [sortedBy] : [])])
  return [...codes]
    .flatMap((code) => {
      const value = numberOf(match, place, code)
      return value === undefined ? [] : shortValue(value, schema.byCode.get(code), words)
    })
    .join(' · ')
}

/** What the place of a match is called: its campus, or else its building. */
export function whereabouts(id: string, places: Places, schema: Schema, words: Words) {
  const { record, building, name } = placeOf(id, places, words)
  const district = valueOf(record, building, 'district')
  const label = schema.byCode.get('district')?.values?.find(({ code }) => code === district)?.label
  if (typeof district === 'string' && campuses.includes(district) && label) return words.text(label)
  return words.text(building?.name) || words.text(building?.address) || name
}
