import type { ReactNode } from 'react'
import type { Schema } from '../api/boards'
import type { BoardCode, Criterion } from '../api/types'
import { useWords } from '../i18n/i18n'
import { Notice } from '../kit/Notice'
import { PageHeading } from '../kit/PageHeading'
import { CriterionChips } from './chips/CriterionChips'
import type { FieldErrors } from './errors'
import type { Lifted } from './leftovers/leftovers'

/** The requirement above its list: its criteria, edited in place, and what else the page offers. */
export function RequirementBar({
  board,
  title,
  criteria,
  schema,
  errors,
  lifted,
  onChange,
  after,
}: {
  board: BoardCode
  title: string
  criteria: Criterion[]
  schema: Schema
  errors: FieldErrors
  /** What the last change has lifted. */
  lifted: Lifted[]
  onChange: (criteria: Criterion[]) => void
  after?: ReactNode
}) {
  const { t } = useWords()
  const refused = [...new Set(Object.values(errors).flat())]
  return (
    <div className="requirement-bar">
      <PageHeading title={title} />
      {schema.attributes.length > 0 ? (
        <CriterionChips
          board={board}
          criteria={criteria}
          schema={schema}
          errors={errors}
          lifted={lifted}
          onChange={onChange}
        />
      ) : (
        // Their room, until their words are read.
        <div className="chip-line" />
      )}
      {after}
      {refused.length > 0 && <Notice look="warn">{t('requirement.refused', { why: refused.join(' ') })}</Notice>}
    </div>
  )
}
