import type { Schema } from '../api/boards'
import type { Part } from '../api/types'
import { useWords } from '../i18n/i18n'
import { labelOf, shortValue } from './describe'

/** ✓ helps, ! weak or unknown, ✕ fails. */
export function ReasonTag({ part, schema }: { part: Part; schema: Schema }) {
  const words = useWords()
  const look = part.outcome === 'unmet' ? 'bad' : part.outcome === 'unknown' || part.utility < 0.8 ? 'weak' : 'good'
  const label = labelOf(part.attribute, schema, words)
  const value = shortValue(part.actual, schema.byCode.get(part.attribute), words)
  return (
    <li className={`reason ${look}`}>
      <span aria-hidden="true">{{ good: '✓', weak: '!', bad: '✕' }[look]} </span>
      <span className="visually-hidden">{words.t(`reason.${look}`)} </span>
      {label} {value}{part.stale && <span> · {words.t('stale.short')}</span>}
    </li>
  )
}
