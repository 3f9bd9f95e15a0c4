import type { ReactNode } from 'react'
import type { Condition } from '../api/programmes'
import { useWords } from '../i18n/i18n'
import './funding.css'

const marks = { met: '✓', unmet: '✕', unknown: '?' }

/** What a rule asks, each with its outcome and where it is said. */
export function Conditions({ conditions }: { conditions: Condition[] }) {
  const { text } = useWords()
  return (
    <ul className="programme-conditions">
      {conditions.map(({ id, outcome, text: says, source }) => (
        <ConditionItem key={id} outcome={outcome} source={source}>
          {text(says)}
        </ConditionItem>
      ))}
    </ul>
  )
}

/** One thing that is asked, in a list of them. */
export function ConditionItem({
  outcome,
  source,
  children,
}: {
  outcome: Condition['outcome']
  source: string
  children: ReactNode
}) {
  const { t } = useWords()
  return (
    <li className={outcome}>
      <span aria-hidden="true">{marks[outcome]}</span>
      <span>
        {children} <span className="meta">{source}</span>
      </span>
      <span className="programme-outcome">{t(`programmes.outcome.${outcome}`)}</span>
    </li>
  )
}
