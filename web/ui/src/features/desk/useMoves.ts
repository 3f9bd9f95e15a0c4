import { useCallback } from 'react'
import { ProblemError } from '../../api/client'
import type { Introduction } from '../../api/introductions'
import type { Words } from '../../i18n/i18n'
import type { Toast } from '../../kit/overlays/Toasts'
import type { DeskBoard } from '../../live/desk/deskBoard'
import { readIntroduction, refusal, type State } from './moves'
import { byName, pairName } from './labels'

/** What is done to a card; `to`: the column in which it shows at once. */
export type Change = (
  card: Introduction,
  change: (card: Introduction) => Promise<Introduction>,
  to?: State,
) => Promise<unknown>

/**
 * Changes a card as it was when the officer decided: where somebody was first, the server refuses and the officer is
 * told who did what. Answers an error that the form has to show; undefined: there is nothing more to be done in the
 * form.
 */
export function useMoves(board: DeskBoard, show: (look: Toast['look'], text: string) => void, words: Words): Change {
  const { t, format } = words
  return useCallback(
    async (card, change, to) => {
      if (to) board.expect(card.id, to)
      try {
        const changed = await change(card)
        board.put(changed)
        show(
          'ok',
          to ? t('desk.moved', { pair: pairName(card, words), state: t(`desk.state.${changed.state}`) }) : t('saved'),
        )
        return undefined
      } catch (error) {
        board.rollBack(card.id)
        const kind = refusal(error)
        if (kind === 'values' || kind === 'other') return error
        const { problem } = error as ProblemError
        // A refusal for another version carries the record as it is now.
        const now =
          (problem.record as Introduction | undefined) ??
          (kind === 'interest' ? undefined : await readIntroduction(card.id).catch(() => undefined))
        if (now) board.put(now)
        show('danger', told())
        return undefined

        function told() {
          const pair = pairName(card, words)
          if (kind === 'gone') return t('desk.refused.gone', { pair })
          if (kind === 'interest') return problem.detail ?? t('desk.refused.interest', { pair })
          if (now && now.version !== card.version && now.state !== card.state) {
            return t('desk.refused.late', {
              by: byName(now.movedBy, words),
              pair,
              state: t(`desk.state.${now.state}`),
              time: format.instant(now.movedAt),
            })
          }
          if (kind === 'late')
            return t('desk.refused.changed', {
              by: byName(problem.by, words),
              pair,
              time: format.instant(problem.at ?? card.movedAt),
            })
          const allowed = (problem.allowed ?? []).map((state) => t(`desk.state.${state}`))
          return allowed.length > 0
            ? t('desk.refused.state', { pair, allowed: format.list(allowed) })
            : (problem.detail ?? t('problem.409'))
        }
      }
    },
    [board, show, words, t, format],
  )
}
