import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { api } from '../api/client'
import { connection } from './connection'
import { useConnection } from './useLive'
import { DeskBoard, type Moved } from './deskBoard'
import { DeskFeed } from './deskFeed'

const pollEvery = 15_000

export const useBoard = (board: DeskBoard) => useSyncExternalStore(board.subscribe, board.readBoard)
export const useCard = (board: DeskBoard, id: string) => useSyncExternalStore(board.subscribe, () => board.readCard(id))

/** The board of this officer, live. `onMoved` is told of what others do to it. */
export function useDesk(me: string, onMoved: (move: Moved) => void) {
  const board = useMemo(() => new DeskBoard(me), [me])
  const [refused, setRefused] = useState(false)
  const latestOnMoved = useRef(onMoved)
  useEffect(() => {
    latestOnMoved.current = onMoved
  })
  useEffect(() => {
    const feed = new DeskFeed(
      board,
      connection,
      (move) => latestOnMoved.current(move),
      () => setRefused(true),
    )
    const unwatch = connection.watchDesk(feed)
    return () => {
      feed.stop()
      unwatch()
    }
  }, [board])
  usePolling(board)
  return { board, refused }
}

function usePolling(board: DeskBoard) {
  const polling = useConnection() === 'polling'
  useEffect(() => {
    if (!polling) return
    const poll = async () => {
      try {
        board.answer(await api.get('/api/desk'))
        board.publish()
        connection.asOf = Date.now()
      } catch {
        // The badge already says that there is no connection; the next round tries again.
      }
    }
    void poll()
    const timer = setInterval(poll, pollEvery)
    return () => clearInterval(timer)
  }, [polling, board])
}

/** Tells the colleagues that this officer looks at a card, for as long as it is open. */
export function useLook(id: string) {
  const live = useConnection() === 'live'
  useEffect(() => {
    if (!live) return
    connection.look(id)
    return () => connection.look(null)
  }, [id, live])
}
