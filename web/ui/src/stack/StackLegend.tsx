import type { Space } from '../api/types'
import { useWords } from '../i18n/i18n'
import { type Coloring, type Look, looks, marks } from './coloring'

const prefix: Record<Coloring, string> = { match: '', vacancy: '', leaseEnd: 'free-', law: 'use-' }

/** What the marks of this plan mean; a mark that it does not hold is not explained. */
export function StackLegend({
  coloring,
  spaces,
  lookOf,
  chosen,
  hasSuppliers,
}: {
  coloring: Coloring
  spaces: readonly Space[]
  lookOf: (space: Space) => Look
  chosen: readonly string[]
  hasSuppliers: boolean
}) {
  const { t } = useWords()
  const present = new Set(spaces.map((space) => lookOf(space).look))
  const words: Record<Coloring, (look: string) => string> = {
    match: (look) => t(`status.${look}`),
    vacancy: (look) => t(`status.${look}`),
    leaseEnd: (look) => t(`stack.freeing.${look}`),
    law: (look) => t(look === 'unknown' ? 'gates.verdict.unknown' : `use.${look}`),
  }
  return (
    <ul className="stack-legend meta" aria-label={t('stack.legend')}>
      {looks[coloring]
        .filter((look) => present.has(prefix[coloring] + look))
        .map((look) => (
          <li key={look}>
            <span className={`stack-mark ${prefix[coloring]}${look}`} aria-hidden="true">
              {coloring === 'law' && marks[look as keyof typeof marks]}
            </span>
            {words[coloring](look)}
          </li>
        ))}
      {[...present].some((look) => look.startsWith('score-')) && <li>{t('stack.numbers')}</li>}
      {spaces.some(({ id }) => chosen.includes(id)) && (
        <li>
          <span className="stack-mark chosen" aria-hidden="true" />
          {t(chosen.length > 1 ? 'stack.together' : 'stack.chosen')}
        </li>
      )}
      {hasSuppliers && (
        <li>
          <span className="stack-ring" aria-hidden="true">
            n
          </span>
          {t('stack.suppliers.ring')}
        </li>
      )}
    </ul>
  )
}
