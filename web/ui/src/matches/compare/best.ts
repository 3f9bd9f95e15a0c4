import type { Part, Value } from '../../api/types'

/** Numbers of which less is better, whoever asks. */
const lessIsBetter = new Set(['rent', 'managementFee', 'stationDistance'])
/** Numbers of which more is better, whoever asks. */
const moreIsBetter = new Set([
  'headroom',
  'columnSpacing',
  'doorWidth',
  'doorHeight',
  'floorLoading',
  'pointLoad',
  'power',
  'goodsLifts',
  'liftCapacity',
  'loadingBays',
  'vehicleLength',
])
/** What is an advantage to have. */
const goodToHave = new Set([
  'rampAccess',
  'access24h',
  'airConditioning24h',
  'cleanRoom',
  'gas',
  'wastewater',
  'exhaust',
  'backupPower',
  'raisedFloor',
  'sprinklers',
  'dangerousGoodsStore',
  'vibrationControlled',
])

/** Every fact that is an advantage by itself, those that matter most first. */
export const comparable = [...moreIsBetter, ...lessIsBetter, ...goodToHave]

const staleShare = 0.9

/** What a part would be worth if its value were fresh. */
const freshUtility = ({ utility, stale }: Part) => (stale ? utility / staleShare : utility)

/** By which values are compared, the greater the better; undefined: the value says nothing. */
function worthOf(part: Part): number | undefined {
  const { actual, op, attribute, outcome } = part
  if (outcome !== 'met') return undefined
  if (attribute !== 'area') {
    const number = typeof actual === 'number' ? actual : typeof actual === 'string' ? Date.parse(actual) : NaN
    if (!Number.isNaN(number)) {
      if (op === 'atLeast') return number
      if (op === 'atMost' || op === 'within') return -number
    }
  }
  return freshUtility(part)
}

/**
 * Which of the columns is best at one criterion, by the value itself: a value that was verified long ago is no worse
 * for it. Of an area and of what has no order, by how much of the criterion it would win if it were fresh. None where
 * all that are known are alike.
 */
export const bestOf = (parts: readonly (Part | undefined)[]) => greatest(parts.map((part) => part && worthOf(part)))

/** Which of the columns is best at a fact that nobody asked for; none where the fact is no advantage by itself. */
export function bestFact(code: string, values: readonly (Value | undefined)[]) {
  return greatest(
    values.map((value) => {
      if (typeof value === 'number') return lessIsBetter.has(code) ? -value : moreIsBetter.has(code) ? value : undefined
      if (typeof value === 'boolean' && goodToHave.has(code)) return value ? 1 : 0
      return undefined
    }),
  )
}

/** By column, whether it holds the greatest of at least two that differ. */
function greatest(worths: readonly (number | undefined)[]) {
  const known = worths.filter((worth) => worth !== undefined)
  const best = Math.max(...known)
  const differs = known.some((worth) => worth < best)
  return worths.map((worth) => differs && worth === best)
}

/** The facts at which a column alone beats every other one, where all of them state it. */
export function aloneBest(codes: readonly string[], valuesOf: (code: string) => readonly (Value | undefined)[]) {
  const columns: string[][] = []
  for (const code of codes) {
    const values = valuesOf(code)
    values.forEach((_, at) => (columns[at] ??= []))
    const best = bestFact(code, values)
    if (values.every((value) => value !== undefined) && best.filter(Boolean).length === 1)
      columns[best.indexOf(true)]!.push(code)
  }
  return columns
}
