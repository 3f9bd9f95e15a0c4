import type { Schema } from '../api/boards'
import type { Part } from '../api/types'
import { useWords } from '../i18n/i18n'
import { partName, shortValue } from './describe'

/** ✓ helps, ! weak or unknown, ✕ fails. */
export function ReasonTag({ part, schema }: { part: Part; schema: Schema }) {
  const words = useWords()
  const look = part.outcome === 'unmet' ? 'bad' : part.outcome === 'unknown' || part.utility < 0.8 ? 'weak' : 'good'
  const label = partName(part, schema, words)
  // What a firm claims besides says nothing of this code.
  const value = part.op === 'covers' ? '' : shortValue(part.actual, schema.byCode.get(part.attribute), words)
  return (
    <li className={`reason ${look}`}>
      <span aria-hidden="true">{{ good: '✓', weak: '!', bad: '✕' }[look]} </span>
      <span className="visually-hidden">{words.t(`reason.${look}`)} </span>
      {label} {value}
      {part.stale && <span> · {words.t('stale.short')}</span>}
    </li>
  )
}
