import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Schema } from '../api/boards'
import type { Criterion } from '../api/types'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { Notice } from '../kit/Notice'
import { PageHeading } from '../kit/PageHeading'
import { type Lifted } from './leftovers/leftovers'
import { LiftedNote } from './leftovers/LiftedNote'
import { RequirementChips } from './RequirementChips'
import type { FieldErrors } from './RequirementEditor'

// The editor brings the dialog with it and is needed only when somebody edits.
const EditorPanel = lazy(() => import('./EditorPanel'))

/** The requirement above its list: the chips, the editor behind "edit", and what else the page offers. */
export function RequirementBar({
  title,
  criteria,
  schema,
  errors,
  lifted,
  onChange,
  after,
  editorStart,
}: {
  title: string
  criteria: Criterion[]
  schema: Schema
  errors: FieldErrors
  /** What the last change has lifted. */
  lifted: Lifted[]
  onChange: (criteria: Criterion[]) => void
  after?: ReactNode
  /** Shown at the top of the editor. */
  editorStart?: ReactNode
}) {
  const { t } = useWords()
  const [editing, setEditing] = useState(false)
  const refused = [...new Set(Object.values(errors).flat())]
  return (
    <div className="requirement-bar">
      <PageHeading title={title} />
      {schema.attributes.length > 0 ? (
        <RequirementChips criteria={criteria} schema={schema} />
      ) : (
        // Their room, until their words are read.
        <div className="chips" />
      )}
      <Button look="primary" onClick={() => setEditing(true)}>
        {t('requirement.edit')}
      </Button>
      {after}
      <LiftedNote lifted={lifted} schema={schema} />
      {!editing && refused.length > 0 && (
        <Notice look="warn">{t('requirement.refused', { why: refused.join(' ') })}</Notice>
      )}
      {editing && (
        <Suspense fallback={null}>
          <EditorPanel
            criteria={criteria}
            schema={schema}
            errors={errors}
            lifted={lifted}
            onChange={onChange}
            onClose={() => setEditing(false)}
            start={editorStart}
          />
        </Suspense>
      )}
    </div>
  )
}
