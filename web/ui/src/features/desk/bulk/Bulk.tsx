import { useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import type { Introduction } from '../../../api/introductions'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { useShortcut } from '../../../kit/keys/shortcuts'
import { Dialog } from '../../../kit/overlays/Dialog'
import type { DeskBoard } from '../../../live/desk/deskBoard'
import { pairName } from '../labels'
import { visitOf } from './bulk'
import { BulkDialog } from './BulkDialog'
import './bulk.css'
import type { Selection } from './selection'
import { grace, type Result, useBulk } from './useBulk'

/** The card that has the focus on the board; undefined: none has. */
const focused = () => document.activeElement?.closest('.lane-card')

/**
 * Acts on the chosen cards. `x` chooses the card that has the focus, `m` moves what is chosen, and without a choice
 * opens the card's own list of moves.
 */
export function Bulk({ board, selection }: { board: DeskBoard; selection: Selection }) {
  const { t } = useWords()
  const ids = useSyncExternalStore(selection.subscribe, selection.read)
  const [asking, setAsking] = useState<Introduction[]>()
  const { waiting, results, start, takeBack, carryOut, closeResults } = useBulk(board)
  const ask = () => setAsking(ids.flatMap((id) => board.newest(id) ?? []))
  const visit = visitOf(ids.flatMap((id) => board.newest(id) ?? []))
  useShortcut('x', () => {
    const id = focused()?.querySelector<HTMLElement>('[data-card]')?.dataset.card
    if (id && !waiting) selection.toggle(id)
  })
  useShortcut(
    'm',
    () => {
      if (ids.length > 0) ask()
      else focused()?.querySelector<HTMLElement>('.face-tools button')?.click()
    },
    !waiting,
  )
  return (
    <>
      {(ids.length > 0 || waiting) && (
        <section className="bulk-bar" aria-label={t('desk.bulk.title')}>
          {waiting ? (
            <>
              <p role="status">
                {t(`desk.bulk.waiting.${waiting.act}`, { count: waiting.cards.length })}{' '}
                <span className="meta">{t('desk.bulk.until', { count: grace / 1000 })}</span>
              </p>
              <Button look="small" onClick={takeBack}>
                {t('undo.undo')}
              </Button>
              <Button look={['small', 'quiet']} onClick={() => void carryOut()}>
                {t('desk.bulk.now')}
              </Button>
            </>
          ) : (
            <>
              <p role="status">{t('desk.bulk.selected', { count: ids.length })}</p>
              <Button look={['small', 'primary']} onClick={ask}>
                {t('desk.bulk.move')}
              </Button>
              {visit && (
                <Link className="button small" href={visit}>
                  {t('visit.new')}
                </Link>
              )}
              <Button look={['small', 'quiet']} onClick={() => selection.clear()}>
                {t('desk.bulk.clear')}
              </Button>
            </>
          )}
        </section>
      )}
      {asking && (
        <BulkDialog
          cards={asking}
          officers={board.readBoard().officers}
          onStart={(asked) => {
            start(asked)
            selection.clear()
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
      {results && <Results results={results} onClose={closeResults} />}
    </>
  )
}

/** What became of each card. */
function Results({ results, onClose }: { results: readonly Result[]; onClose: () => void }) {
  const words = useWords()
  const { t } = words
  const refused = results.filter((result) => result.refused !== undefined)
  return (
    <Dialog title={t('desk.bulk.results')} closeLabel={t('close')} onClose={onClose}>
      <p role="status">
        {t('desk.bulk.done', { count: results.length - refused.length })}
        {refused.length > 0 && ` ${t('desk.bulk.refused', { count: refused.length })}`}
      </p>
      <ul className="rows">
        {/* What was refused stands first: somebody has to look at it. */}
        {[...refused, ...results.filter((result) => result.refused === undefined)].map(({ card, refused: why }) => (
          <li key={card.id}>
            <div>
              <p>
                {why === undefined ? '✓ ' : '✕ '}
                <b>{pairName(card, words)}</b>
              </p>
              <p className="meta">{why ?? t(`desk.state.${card.state}`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
