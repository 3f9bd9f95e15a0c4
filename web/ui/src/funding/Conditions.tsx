import type { Condition } from '../api/programmes'
import { useWords } from '../i18n/i18n'
import './funding.css'

const marks = { met: '✓', unmet: '✕', unknown: '?' }

/** What a rule asks, each with its outcome and where it is said. */
export function Conditions({ conditions }: { conditions: Condition[] }) {
  const { t, text } = useWords()
  return (
    <ul className="programme-conditions">
      {conditions.map((condition) => (
        <li key={condition.id} className={condition.outcome}>
          <span aria-hidden="true">{marks[condition.outcome]}</span>
          <span>
            {text(condition.text)} <span className="meta">{condition.source}</span>
          </span>
          <span className="programme-outcome">{t(`programmes.outcome.${condition.outcome}`)}</span>
        </li>
      ))}
    </ul>
  )
}
