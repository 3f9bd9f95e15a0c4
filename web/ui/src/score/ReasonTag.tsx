import type { Schema } from '../api/boards'
import type { Part } from '../api/types'
import { useWords } from '../i18n/i18n'
import { labelOf, partName, partValue } from './describe'

/** One fact that decided: its name above its value. ✓ helps, ! weak or unknown, ✕ fails. */
export function ReasonTag({ part, schema }: { part: Part; schema: Schema }) {
  const words = useWords()
  const look = part.outcome === 'unmet' ? 'bad' : part.outcome === 'unknown' || part.utility < 0.8 ? 'weak' : 'good'
  // What a firm claims besides says nothing of this code.
  const value =
    part.op === 'covers' ? partName(part, schema, words) : partValue(part, schema.byCode.get(part.attribute), words)
  return (
    <li className={`reason ${look}`}>
      <span className="reason-name">{labelOf(part.attribute, schema, words)} </span>
      <span className={`reason-value nums${typeof part.actual === 'number' ? ' whole' : ''}`}>
        {value}
        {'\u00a0'}
        <span aria-hidden="true">{{ good: '✓', weak: '!', bad: '✕' }[look]}</span>
        <span className="visually-hidden">{words.t(`reason.${look}`)}</span>
      </span>
      {part.stale && <span className="reason-name">{words.t('stale.short')}</span>}
    </li>
  )
}
