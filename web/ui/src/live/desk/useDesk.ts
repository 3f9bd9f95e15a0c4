import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { api } from '../../api/client'
import type { DeskAnswer, DeskEvent } from '../../api/introductions'
import { connection } from '../connection'
import { Subscription } from '../subscription'
import { deskTopic, type PresenceEvent, presenceTopic } from '../topics'
import { useConnection, usePolling, useSubscription } from '../useConnection'
import { DeskBoard, type Moved } from './deskBoard'

export const useBoard = (board: DeskBoard) => useSyncExternalStore(board.subscribe, board.readBoard)
export const useCard = (board: DeskBoard, id: string) => useSyncExternalStore(board.subscribe, () => board.readCard(id))

const presenceOn = (board: DeskBoard) =>
  new Subscription<PresenceEvent, object>(presenceTopic, {
    replace: () => {},
    apply: (events) => events.forEach(({ presence }) => board.see(presence)),
    publish: () => board.publish(),
  })

/** The board of this officer, live. `onMoved` is told of what others do to it. */
export function useDesk(me: string, onMoved: (move: Moved) => void) {
  const board = useMemo(() => new DeskBoard(me), [me])
  const [refused, setRefused] = useState(false)
  const latestOnMoved = useRef(onMoved)
  useEffect(() => {
    latestOnMoved.current = onMoved
  })
  useEffect(() => board.onMoved((move) => latestOnMoved.current(move)), [board])
  const subscription = useMemo(
    () => new Subscription<DeskEvent, DeskAnswer>(deskTopic, board, () => setRefused(true)),
    [board],
  )
  useSubscription(subscription)
  useSubscription(useMemo(() => presenceOn(board), [board]))
  usePolling(useCallback(async () => subscription.polled(await api.get('/api/desk')), [subscription]))
  return { board, refused }
}

/** Tells the colleagues that this officer looks at a card, for as long as it is open. */
export function useLook(id: string) {
  const live = useConnection() === 'live'
  useEffect(() => {
    if (!live) return
    connection.tell('Look', id)
    return () => connection.tell('Look', null)
  }, [id, live])
}
