import { useRef } from 'react'
import type { Schema } from '../api/boards'
import type { Criterion } from '../api/types'
import { useWords } from '../i18n/i18n'
import { CriterionCard } from './CriterionCard'
import type { Lifted } from './leftovers/leftovers'
import { LiftedNote } from './leftovers/LiftedNote'
import { newCriterion } from './draft'

export type FieldErrors = Record<string, string[]>

/** The messages of one criterion by operand: `criteria[2].limit` belongs to the third one's `limit`. */
export function errorsOf(errors: FieldErrors, index: number): Record<string, string[]> {
  const start = `criteria[${index}]`
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([path]) => path === start || path.startsWith(`${start}.`))
      .map(([path, messages]) => [path.slice(start.length + 1), messages]),
  )
}

export function RequirementEditor({
  criteria,
  schema,
  errors,
  lifted,
  onChange,
}: {
  criteria: Criterion[]
  schema: Schema
  errors: FieldErrors
  lifted: Lifted[]
  onChange: (criteria: Criterion[]) => void
}) {
  const { t, text } = useWords()
  const list = useRef<HTMLUListElement>(null)
  const unused = schema.attributes.filter(
    (attribute) =>
      attribute.ops.length > 0 &&
      (attribute.kind === 'use' ||
        attribute.kind === 'tags' ||
        !criteria.some((entry) => entry.attribute === attribute.code)),
  )
  const add = (code: string) => {
    onChange([...criteria, newCriterion(schema.byCode.get(code)!)])
    requestAnimationFrame(() =>
      list.current?.lastElementChild?.querySelector<HTMLElement>('.criterion-operands :is(input, select)')?.focus(),
    )
  }
  return (
    <div className="requirement-editor">
      <ul ref={list} className="criteria">
        {criteria.map((criterion, index) => {
          const attribute = schema.byCode.get(criterion.attribute)
          return (
            attribute && (
              <CriterionCard
                key={`${criterion.attribute}-${index}`}
                criterion={criterion}
                attribute={attribute}
                errors={errorsOf(errors, index)}
                note={
                  <LiftedNote
                    lifted={lifted.filter((leftover) => leftover.attribute === criterion.attribute)}
                    schema={schema}
                  />
                }
                onChange={(next) => onChange(criteria.with(index, next))}
                onRemove={() => onChange(criteria.toSpliced(index, 1))}
              />
            )
          )
        })}
      </ul>
      {criteria.length === 0 && <p className="meta">{t('requirement.empty')}</p>}
      <div className="field add-criterion">
        <label htmlFor="add-criterion">{t('requirement.add')}</label>
        <select id="add-criterion" className="input" value="" onChange={(event) => add(event.target.value)}>
          <option value="">{t('requirement.addChoose')}</option>
          {unused.map((attribute) => (
            <option key={attribute.code} value={attribute.code}>
              {text(attribute.label)}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
