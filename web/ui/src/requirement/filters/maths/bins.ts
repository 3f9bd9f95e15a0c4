import type { Schemas } from '../../../api/client'
import type { Attribute } from '../../../api/types'
import { type Plain, type Scale, scaleOf, shareAt } from './scale'

export type Facet = Schemas['Facet']
export type Bin = Schemas['FacetBin']

/** From one place to another, both included; left out: without an end. */
export interface Range {
  low?: number
  high?: number
}

/** How finely the server is asked: finer than is drawn, so that what a step would bring is counted closely. */
export const askedBins = 96
const drawn = 24

/** The line of an attribute's filter; undefined: no value is known. */
export function scaleFor(attribute: Attribute, { min, max, bins = [] }: Facet, factor: number): Scale | undefined {
  const isKnown = bins.length > 0 && min !== undefined && max !== undefined
  return isKnown ? scaleOf(attribute, min as number | string, max as number | string, factor) : undefined
}

export interface Bar {
  /** In shares of the whole line. */
  left: number
  width: number
  /** Heights in shares of the highest bar: those accepted, and all that would be without the criterion. */
  solid: number
  whole: number
  from: Plain
  to: Plain
  accepted: number
  relaxed: number
}

/** The values of a bin reach up to, and without, the next one's; only the last bin holds its own end. */
const reach = (bins: Bin[], index: number, scale: Scale) => {
  const { from, to } = bins[index]!
  const first = scale.at(from as string)
  return { first, last: Math.max(first, scale.at(to as string) - (index < bins.length - 1 ? scale.grain : 0)) }
}

/** How many of a bin lie in a range, as evenly as they may be spread in it, and whether that is certain. */
function share(bins: Bin[], index: number, scale: Scale, { low = -Infinity, high = Infinity }: Range) {
  const { relaxed } = bins[index]!
  const { first, last } = reach(bins, index, scale)
  const slack = scale.grain / 2
  if (relaxed === 0 || low > last + slack || high < first - slack) return { count: 0, least: 0 }
  if (low <= first + slack && high >= last - slack) return { count: relaxed, least: relaxed }
  const part = Math.min(high, last) - Math.max(low, first) + scale.grain
  return { count: (relaxed * part) / (last - first + scale.grain), least: 0 }
}

/** How many a range lets in, and how many it does at least: of a bin that it cuts nobody knows where its values lie. */
export function countIn(bins: Bin[], scale: Scale, range: Range) {
  const shares = bins.map((_, index) => share(bins, index, scale, range))
  return {
    count: Math.round(shares.reduce((sum, { count }) => sum + count, 0)),
    least: shares.reduce((sum, { least }) => sum + least, 0),
  }
}

/**
 * At most 24 bars of neighbouring bins. `range`: what the criterion lets in as it stands on the screen, whatever the
 * server has last said of it; left out: everything, as a wish or no criterion does.
 */
export function barsOf(bins: Bin[], scale: Scale, range: Range | undefined): Bar[] {
  const per = Math.ceil(bins.length / drawn)
  const groups = Array.from({ length: Math.ceil(bins.length / per) }, (_, group) => {
    const indexes = bins.map((_, index) => index).slice(group * per, (group + 1) * per)
    const [first, last] = [bins[indexes[0]!]!, bins[indexes.at(-1)!]!]
    const relaxed = indexes.reduce((sum, index) => sum + bins[index]!.relaxed, 0)
    const accepted = range
      ? Math.round(indexes.reduce((sum, index) => sum + share(bins, index, scale, range).count, 0))
      : relaxed
    return { from: first.from as Plain, to: last.to as Plain, accepted, relaxed }
  })
  const highest = Math.max(1, ...groups.map(({ relaxed }) => relaxed))
  return groups.map((group) => {
    const left = shareAt(scale, scale.at(group.from))
    return {
      ...group,
      left,
      width: Math.max(0.01, shareAt(scale, scale.at(group.to)) - left),
      solid: group.accepted / highest,
      whole: group.relaxed / highest,
    }
  })
}

export interface Step {
  side: keyof Range
  place: number
  /** How many more it lets in. */
  gain: number
}

/**
 * The next step worth taking: the nearest round limit that lets in at least a tenth more than are accepted now, else
 * the nearest that lets in all that are left. Undefined: no limit lets in more. The gain is the least that it can be.
 * `accepted`: how many of the bins are accepted now.
 */
export function nextStep(bins: Bin[], scale: Scale, range: Range, accepted: number): Step | undefined {
  const steps = (['low', 'high'] as const)
    .flatMap((side) => (range[side] === undefined ? [] : stepsBeyond(side, range[side], scale)))
    .map((step) => ({
      ...step,
      gain: countIn(bins, scale, { ...range, [step.side]: step.place }).least - accepted,
    }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => a.away - b.away)
  const all = Math.max(0, ...steps.map(({ gain }) => gain))
  const worth = Math.min(all, Math.max(1, Math.ceil(accepted / 10)))
  const found = steps.find(({ gain }) => gain >= worth)
  return found && { side: found.side, place: found.place, gain: found.gain }
}

function stepsBeyond(side: keyof Range, place: number, scale: Scale) {
  const way = side === 'low' ? -1 : 1
  const start = (place - scale.from) / scale.step
  const first = way > 0 ? Math.floor(start + 1e-6) + 1 : Math.ceil(start - 1e-6) - 1
  const steps: { side: keyof Range; place: number; away: number }[] = []
  for (let index = first; ; index += way) {
    const next = Math.round((scale.from + index * scale.step) * 1e9) / 1e9
    if (next < scale.from - 1e-9 || next > scale.to + 1e-9) return steps
    steps.push({ side, place: next, away: Math.abs(next - place) })
  }
}
