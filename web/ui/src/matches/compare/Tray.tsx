import { Columns3, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Places } from '../../api/records'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { useIsWide } from '../useIsWide'
import { ScoreTile } from '../../score/ScoreTile'
import { placeOf } from '../list/names'
import { most } from './picks'

/** What is picked so far, below the list, and the way to see it side by side. */
export function Tray({
  picks,
  places,
  scoreOf,
  onToggle,
  onClear,
  onCompare,
  keep,
}: {
  picks: readonly string[]
  places: Places
  scoreOf: (id: string) => number | undefined
  onToggle: (id: string) => void
  onClear: () => void
  onCompare: () => void
  /** Keeps the picks. */
  keep: ReactNode
}) {
  const words = useWords()
  const { t } = words
  const wide = useIsWide()
  return (
    <section className="tray" aria-label={t('compare.tray')}>
      <p className="tray-title nums">
        <b>{t('compare.title')}</b> <span className="meta">{t('compare.of', { count: picks.length, most })}</span>
      </p>
      {wide && (
        <ul>
          {picks.map((id) => {
            const { name, building, record } = placeOf(id, places, words)
            const score = scoreOf(id)
            const short = words.text(building?.name) || words.text(record?.name) || name
            return (
              <li key={id} title={name}>
                {score === undefined ? (
                  <span className="score-tile dimmed" aria-hidden="true">
                    –
                  </span>
                ) : (
                  <ScoreTile score={score} />
                )}
                <span className="tray-name">{building ? short : name}</span>
                <button type="button" aria-label={t('compare.remove', { name })} onClick={() => onToggle(id)}>
                  <X size={15} strokeWidth={1.9} aria-hidden />
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <span className="tray-keys meta" aria-hidden="true">
        <kbd>x</kbd> {t('compare.key.pick')} <kbd>c</kbd> {t('compare.key.compare')} <kbd>?</kbd>{' '}
        {t('compare.key.help')}
      </span>
      <Button look="quiet" onClick={onClear}>
        {t('compare.clear')}
      </Button>
      {keep}
      <Button look="primary" disabled={picks.length < 2} onClick={onCompare}>
        <Columns3 size={16} strokeWidth={1.9} aria-hidden />
        {t(picks.length < 2 ? 'compare.one' : 'compare.show', { count: picks.length })}
      </Button>
    </section>
  )
}
