import { useCallback, useEffect, useRef, useState } from 'react'
import type { Introduction } from '../../../api/introductions'
import { useWords } from '../../../i18n/i18n'
import { useLeaveQuestion } from '../../../kit/unsaved/useLeaveQuestion'
import type { DeskBoard } from '../../../live/desk/deskBoard'
import { act, readIntroduction, saidBy } from '../moves'
import { type BulkAct, type BulkValues, columnAfter, planOf } from './bulk'

/** How long an act on many cards can be taken back: it is sent to the server only then. */
export const grace = 8_000 // ms

export interface Waiting {
  act: BulkAct
  cards: readonly Introduction[]
  values: BulkValues
}

export interface Result {
  card: Introduction
  /** Why it was refused, in words; undefined: it was done. */
  refused?: string
}

/** Acts on many cards, each on its own: one that is refused keeps no other. */
export function useBulk(board: DeskBoard) {
  const words = useWords()
  const { t } = words
  const [waiting, setWaiting] = useState<Waiting>()
  const [results, setResults] = useState<Result[]>()
  const latest = useRef<Waiting>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Another page of the desk's own carries it out; only the browser's leaving would lose it.
  useLeaveQuestion(Boolean(waiting))

  const carryOut = useCallback(async () => {
    clearTimeout(timer.current)
    const asked = latest.current
    latest.current = undefined
    setWaiting(undefined)
    if (!asked) return
    const done: Result[] = []
    for (const card of asked.cards) done.push(await one(board, card, asked, t('problem.unknown')))
    setResults(done)
  }, [board, t])

  const start = useCallback(
    (asked: Waiting) => {
      for (const card of asked.cards) {
        const to = columnAfter(card, asked.act)
        if (to) board.expect(card.id, to)
      }
      latest.current = asked
      setResults(undefined)
      setWaiting(asked)
      timer.current = setTimeout(() => void carryOut(), grace)
    },
    [board, carryOut],
  )

  const takeBack = useCallback(() => {
    clearTimeout(timer.current)
    for (const { id } of latest.current?.cards ?? []) board.rollBack(id)
    latest.current = undefined
    setWaiting(undefined)
  }, [board])

  // Who goes to another page has decided.
  const finish = useRef(carryOut)
  useEffect(() => {
    finish.current = carryOut
  })
  useEffect(() => () => void finish.current(), [])
  const closeResults = useCallback(() => setResults(undefined), [])
  return { waiting, results, start, takeBack, carryOut, closeResults }
}

/** One card's act; a refusal leaves the card as it is now. */
async function one(
  desk: DeskBoard,
  card: Introduction,
  { act: verb, values }: Waiting,
  unknown: string,
): Promise<Result> {
  try {
    const { offer, conclusion, officer } = planOf(verb, values)
    const body = verb === 'conclude' ? conclusion : verb === 'assign' ? { officer } : (offer ?? {})
    const changed = await act(card, verb, body as never)
    desk.put(changed)
    return { card: changed }
  } catch (error) {
    desk.rollBack(card.id)
    const now = await readIntroduction(card.id).catch(() => undefined)
    if (now) desk.put(now)
    return { card, refused: saidBy(error) ?? unknown }
  }
}
