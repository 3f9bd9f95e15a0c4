import type { Criterion, Machine } from '../api/types'
import type { BriefState } from './address'
import { bare, type BriefReading, isSame, machineKey, type Read, readOn, slotOf } from './sentence'

/**
 * A board's criteria after its text was read anew. What the text said before and says no more goes, what it says
 * otherwise is taken; what was changed, added or left out by hand stays so while its words stay.
 */
export function reread(current: readonly Criterion[], before: readonly Read[], after: readonly Read[]): Criterion[] {
  const was = bySlot(before)
  const is = bySlot(after)
  const isNew = (slot: string) => {
    const earlier = was.get(slot)
    return !earlier || !isSame(earlier, is.get(slot)!)
  }
  const slots = slotsOf(current)
  const kept = current.flatMap((criterion, index) => {
    const slot = slots[index]!
    if (criterion.machines) return machinesReread(criterion, was.get(slot), is.get(slot))
    if (is.has(slot)) return [isNew(slot) ? is.get(slot)! : criterion]
    return was.has(slot) ? [] : [criterion]
  })
  const held = new Set(slots)
  return [...kept, ...[...is].filter(([slot]) => !held.has(slot) && isNew(slot)).map(([, criterion]) => criterion)]
}

/** Each machine is a wish of its own: those that the text says no more go, those that it says anew come. */
function machinesReread(current: Criterion, before: Criterion | undefined, after: Criterion | undefined): Criterion[] {
  const gone = without(before?.machines ?? [], after?.machines ?? [])
  const come = without(after?.machines ?? [], before?.machines ?? [])
  const machines = [...without(current.machines ?? [], gone), ...come]
  return machines.length > 0 ? [{ ...current, machines }] : []
}

/** The machines of a list that are not in another; of two alike one goes for one. */
function without(machines: readonly Machine[], others: readonly Machine[]): Machine[] {
  const left = others.map(machineKey)
  return machines.filter((machine) => {
    const at = left.indexOf(machineKey(machine))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function bySlot(read: readonly Read[]) {
  const slots = slotsOf(read)
  return new Map(read.map((one, index) => [slots[index]!, bare(one)]))
}

/** The slot of each of a list; a second one about the same, such as a wish beside its must, has one of its own. */
function slotsOf(criteria: readonly (Criterion | Read)[]) {
  const count = new Map<string, number>()
  return criteria.map((criterion) => {
    const slot = slotOf(criterion)
    const nth = (count.get(slot) ?? 0) + 1
    count.set(slot, nth)
    return nth === 1 ? slot : `${slot} ${nth}`
  })
}

/** The Brief once its text is read anew; words that are gone need no longer be skipped. */
export function withText(brief: BriefState, before: BriefReading, text: string, after: BriefReading): BriefState {
  const boards = new Set([...before.boards, ...after.boards].map(({ board }) => board))
  const criteria = { ...brief.criteria }
  for (const board of boards)
    criteria[board] = reread(criteria[board] ?? [], readOn(before, board), readOn(after, board))
  return { ...brief, text, criteria, skipped: brief.skipped.filter((words) => text.includes(words)) }
}
