import { lazy, Suspense, useMemo } from 'react'
import type { Schema } from '../../api/boards'
import type { BoardCode, Criterion } from '../../api/types'
import { useWords, withTexts } from '../../i18n/i18n'
import { keyHeld } from '../chips/keys'
import { isComplete } from '../draft'
import './filters.css'
import { useFilterRoom } from './useFilterRoom'

// They come after the list, into room that is kept for them.
const FilterRow = lazy(withTexts(() => import('./FilterRow')))
const MoreButton = lazy(withTexts(() => import('./MoreButton')))

export interface FiltersProps {
  board: BoardCode
  /** What is not filled in yet is left as it is. */
  criteria: Criterion[]
  schema: Schema
  /** Called with the requirement after a move; a contradiction that it makes is for whoever holds the requirement. */
  onChange: (criteria: Criterion[]) => void
  /** How many adjacent spaces may be taken together; undefined: single ones alone. */
  combine: number | undefined
  onCombine: (combine: number | undefined) => void
}

/**
 * Live filters of a list: how it is spread over its attributes, with knobs that change the requirement in place. Where
 * there is room they stand in a row of one height from the start; the others, and on a telephone all, are behind
 * a button. `part` says which of the two is drawn, since a narrow page has the button in the line of the chips.
 */
export function Filters({ part, ...given }: FiltersProps & { part: 'row' | 'button' }) {
  const { t } = useWords()
  const { criteria, schema, onChange } = given
  const complete = useMemo(() => criteria.filter(isComplete), [criteria])
  const rest = {
    ...given,
    criteria: complete,
    onChange: (next: Criterion[]) => onChange([...next, ...openBeside(next, criteria, schema)]),
  }
  const room = useFilterRoom(rest.board)
  if (part === 'button')
    return room > 0 ? null : (
      <span className="filter-button">
        <Suspense fallback={null}>
          <MoreButton {...rest} />
        </Suspense>
      </span>
    )
  return room === 0 ? null : (
    <section className="filters" aria-label={t('filters.label')}>
      <Suspense fallback={null}>{schema.attributes.length > 0 && <FilterRow {...rest} />}</Suspense>
    </section>
  )
}

/** What is not filled in yet and waits beside what a filter has changed, unless the filter has filled it in. */
const openBeside = (next: Criterion[], criteria: Criterion[], { byCode }: Schema) =>
  criteria.filter((one) => {
    const attribute = byCode.get(one.attribute)
    return !isComplete(one) && !(attribute && keyHeld(attribute, next))
  })
