import type { ReactNode } from 'react'
import { useWords } from '../i18n/i18n'
import { classOf } from './scoreClass'

export function ScoreTile({ score, dimmed = false }: { score: number; dimmed?: boolean }) {
  const { t, format } = useWords()
  return (
    <span className={`score-tile score-${classOf(score)}${dimmed ? ' dimmed' : ''}`}>
      <span className="visually-hidden">{t('score.label')} </span>
      {format.score(score)}
    </span>
  )
}

export function ScoreLegend({ children }: { children?: ReactNode }) {
  const { t } = useWords()
  return (
    <p className="score-legend">
      <span>{t('score.label')}</span>
      {['<40', '40', '55', '70', '85+'].map((label, index) => (
        <span key={label}>
          <i className={`score-${index + 1}`} aria-hidden="true" />
          {label}
        </span>
      ))}
      {children}
    </p>
  )
}
