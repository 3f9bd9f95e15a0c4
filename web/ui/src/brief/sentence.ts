import type { Schemas } from '../api/client'
import type { BoardCode, Criterion, Machine, Op } from '../api/types'
import { type BriefState, emptyBrief } from './address'

export type BriefReading = Schemas['BriefReading']
export type Read = Schemas['CriterionRead']
export type BriefQuestion = Schemas['BriefQuestion']

export const emptyReading: BriefReading = { boards: [], questions: [], ignored: [] }

/** What the text asks of one board. */
export const readOn = (reading: BriefReading, board: BoardCode): Read[] =>
  reading.boards.find((entry) => entry.board === board)?.criteria ?? []

/** The criterion itself, without the words that it was read from. */
export function bare(read: Read | Criterion): Criterion {
  const criterion: Partial<Read> = { ...read }
  delete criterion.from
  delete criterion.parts
  delete criterion.each
  return criterion as Criterion
}

/** Two criteria of one list with one slot are about the same; a code is a slot of its own, as several may be asked. */
export const slotOf = ({ attribute, op, value }: { attribute: string; op: Op; value?: unknown }) =>
  typeof value === 'string' ? `${attribute} ${op} ${value}` : attribute

export const isSame = (a: Criterion, b: Criterion) => JSON.stringify(a) === JSON.stringify(b)

/** One text for a machine, however its fields are ordered. */
export const machineKey = (machine: Machine) =>
  JSON.stringify(machine, ['name', 'mass', 'length', 'width', 'height', 'crate', 'feet', 'power', 'count'])

/** The Brief that a text alone makes. */
export const briefOf = (text: string, { boards }: BriefReading): BriefState => ({
  ...emptyBrief,
  text,
  criteria: Object.fromEntries(boards.map(({ board, criteria }) => [board, criteria.map(bare)])),
})

/** A stretch of the text, in order; together they are the whole text. */
export type Piece =
  | { kind: 'words'; text: string }
  /**
   * The criterion at this place of the board's list stands for the words, or that of its machines which is named;
   * `asRead`: it says what they say.
   */
  | { kind: 'criterion'; text: string; index: number; asRead: boolean; machine?: number }
  /** It asks something of other boards alone. */
  | { kind: 'elsewhere'; text: string; boards: BoardCode[] }
  | { kind: 'question'; text: string; question: BriefQuestion }

interface Mark {
  read: Placed
  /** The piece that the words become. */
  piece: (words: string) => Piece
}

/** Where words stand in the text: from the first to the last, and their parts where others stand between them. */
interface Placed {
  from: number[]
  parts?: number[][]
}

/** The text as one board shows it: each criterion in place of its words, open questions, and the rest. */
export function piecesOf(
  { text, criteria, skipped }: BriefState,
  reading: BriefReading,
  board: BoardCode,
): { pieces: Piece[]; rest: number[] } {
  const listed = criteria[board] ?? []
  const taken = new Set<number>()
  const marks: Mark[] = []
  const place = (read: Read | Placed, criterion: Read | Criterion) => {
    const index = listed.findIndex((one, at) => !taken.has(at) && slotOf(one) === slotOf(criterion))
    if (index < 0) return
    const held = listed[index]!.machines
    if ('each' in read && criterion.machines && held) {
      const found = machineMarks(read.each!, criterion.machines, held, index)
      // A machine that no words stand for is shown with the others.
      if (found.length === held.length) taken.add(index)
      marks.push(...found)
      return
    }
    taken.add(index)
    const asRead = isSame(bare(criterion), listed[index]!)
    marks.push({ read, piece: (words) => ({ kind: 'criterion', text: words, index, asRead }) })
  }
  for (const read of readOn(reading, board)) place(read, read)
  // An answer stands in place of its question.
  for (const question of reading.questions)
    for (const { board: of, criterion } of question.choices ?? []) if (of === board) place(question, criterion)
  marks.push(...marksElsewhere(criteria, reading, board))
  for (const question of openQuestions(criteria, skipped, reading))
    marks.push({ read: question, piece: (words) => ({ kind: 'question', text: words, question }) })
  return { pieces: laidOut(text, marks), rest: listed.flatMap((_, index) => (taken.has(index) ? [] : [index])) }
}

/** A mark for each machine of the text that is still asked for; one that was changed stands in its words' place. */
function machineMarks(each: number[][], said: readonly Machine[], held: readonly Machine[], index: number): Mark[] {
  const keys = held.map(machineKey)
  return said.flatMap((one, at) => {
    const exact = keys.indexOf(machineKey(one))
    const machine = exact < 0 && held.length === said.length ? at : exact
    if (machine < 0) return []
    keys[machine] = ''
    return [
      { read: { from: each[at]! }, piece: (text) => ({ kind: 'criterion', text, index, asRead: exact >= 0, machine }) },
    ]
  })
}

function marksElsewhere(criteria: BriefState['criteria'], reading: BriefReading, board: BoardCode): Mark[] {
  const asked = new Map<string, { read: Placed; boards: BoardCode[] }>()
  for (const { board: other, criteria: read } of reading.boards) {
    if (other === board) continue
    for (const one of read) {
      if (!criteria[other]?.some((held) => slotOf(held) === slotOf(one))) continue
      const key = one.from.join()
      asked.set(key, { read: one, boards: [...(asked.get(key)?.boards ?? []), other] })
    }
  }
  return [...asked.values()].map(({ read, boards }) => ({
    read,
    piece: (words) => ({ kind: 'elsewhere', text: words, boards }),
  }))
}

/** Questions that nobody has answered: neither is one of their choices asked nor are their words skipped. */
export function openQuestions(
  criteria: BriefState['criteria'],
  skipped: readonly string[],
  reading: BriefReading,
): BriefQuestion[] {
  return reading.questions.filter(
    ({ words, choices }) =>
      !skipped.includes(words) &&
      !choices?.some(({ board, criterion }) => criteria[board]?.some((held) => slotOf(held) === slotOf(criterion))),
  )
}

type Range = readonly [start: number, end: number]

const rangesOf = ({ from, parts }: Placed) => (parts ?? [from]).map(([start = 0, end = 0]): Range => [start, end])

/** Parts with at most a blank between them are one. */
function joined(ranges: Range[]): Range[] {
  const found: Range[] = []
  for (const [start, end] of ranges) {
    const last = found.at(-1)
    if (last && start - last[1] <= 1) found[found.length - 1] = [last[0], end]
    else found.push([start, end])
  }
  return found
}

/**
 * What no other words stand within is one stretch. Of words that are apart those with a number stand for all, else the
 * longest. What was read from the same words, for another board, is no other.
 */
function rangeOf(read: Placed, all: Placed[], text: string): Range {
  const [start = 0, end = 0] = read.from
  const others = all.filter(({ from }) => from[0] !== start || from[1] !== end)
  if (!others.some((other) => rangesOf(other).some(([from, to]) => from < end && to > start))) return [start, end]
  const ranges = joined(rangesOf(read))
  const length = ([from, to]: Range) => to - from + (/\p{N}/u.test(text.slice(from, to)) ? text.length : 0)
  return ranges.reduce((best, one) => (length(one) > length(best) ? one : best))
}

/** The marks in the text's order, with the words between them; of two that overlap the first one stands. */
function laidOut(text: string, marks: Mark[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const reads = marks.map(({ read }) => read)
  const placed = marks.map(({ read, piece }) => ({ range: rangeOf(read, reads, text), piece }))
  for (const {
    range: [start, end],
    piece,
  } of placed.sort((a, b) => a.range[0] - b.range[0])) {
    if (start < at) continue
    if (start > at) pieces.push({ kind: 'words', text: text.slice(at, start) })
    pieces.push(piece(text.slice(start, end)))
    at = end
  }
  if (at < text.length) pieces.push({ kind: 'words', text: text.slice(at) })
  return pieces
}
