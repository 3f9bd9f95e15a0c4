import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Schema } from '../api/boards'
import type { Criterion } from '../api/types'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { PageHeading } from '../kit/PageHeading'
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
  onChange,
  after,
  editorStart,
}: {
  title: string
  criteria: Criterion[]
  schema: Schema
  errors: FieldErrors
  onChange: (criteria: Criterion[]) => void
  after?: ReactNode
  /** Shown at the top of the editor. */
  editorStart?: ReactNode
}) {
  const { t } = useWords()
  const [editing, setEditing] = useState(false)
  return (
    <div className="requirement-bar">
      <PageHeading title={title} />
      {schema.attributes.length > 0 && <RequirementChips criteria={criteria} schema={schema} />}
      <Button look="primary" onClick={() => setEditing(true)}>
        {t('requirement.edit')}
      </Button>
      {after}
      {editing && (
        <Suspense fallback={null}>
          <EditorPanel
            criteria={criteria}
            schema={schema}
            errors={errors}
            onChange={onChange}
            onClose={() => setEditing(false)}
            start={editorStart}
          />
        </Suspense>
      )}
    </div>
  )
}
