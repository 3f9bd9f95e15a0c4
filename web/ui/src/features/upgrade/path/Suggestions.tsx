import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Suggestion } from '../../../upgrade/types'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { usePathWords } from '../pathWords'
import { reasonsOf } from './reasons'

const shownFirst = 4

/** Steps that are not in the path, best first, each with the reasons for it. */
export function Suggestions({
  suggestions,
  isFull,
  onAdd,
}: {
  suggestions: readonly Suggestion[]
  /** No more steps may be added. */
  isFull: boolean
  onAdd: (step: string) => void
}) {
  const words = useWords()
  const { t, format } = words
  const names = usePathWords()
  const [isWhole, setWhole] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  if (suggestions.length === 0) return null
  const shown = isWhole ? suggestions : suggestions.slice(0, shownFirst)
  return (
    <section className="card path-more" aria-labelledby="upgrade-more">
      <h2 id="upgrade-more" ref={heading} tabIndex={-1}>
        {t('upgrade.more.title')}
      </h2>
      {isFull && <p className="meta">{t('upgrade.more.full')}</p>}
      <ul className="rows">
        {shown.map((suggestion) => {
          const info = names.stepOf(suggestion.step)
          return (
            <li key={suggestion.step}>
              <div className="path-suggestion">
                <b>{names.stepName(suggestion.step)}</b>{' '}
                {info && (
                  <span className="meta nums">
                    {t('upgrade.money.between', {
                      from: format.number(info.costLow, 0),
                      to: format.number(info.costHigh, 0),
                    })}
                  </span>
                )}
                <Reasons reasons={reasonsOf(suggestion, info, words, names)} />
              </div>
              <Button
                look="small"
                disabled={isFull}
                aria-label={t('upgrade.more.addNamed', { step: names.stepName(suggestion.step) })}
                onClick={() => {
                  onAdd(suggestion.step)
                  // The button goes with its suggestion: the next ones are below the heading.
                  heading.current?.focus({ preventScroll: true })
                }}
              >
                <Plus size={15} strokeWidth={1.9} aria-hidden /> {t('upgrade.more.add')}
              </Button>
            </li>
          )
        })}
      </ul>
      {suggestions.length > shownFirst && (
        <Button look="small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('upgrade.more.fewer') : t('upgrade.more.all', { count: suggestions.length })}
        </Button>
      )}
    </section>
  )
}

export function Reasons({ reasons }: { reasons: readonly string[] }) {
  return (
    <ul className="path-reasons">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  )
}
