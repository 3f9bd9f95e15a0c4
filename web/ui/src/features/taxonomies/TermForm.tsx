import { useState } from 'react'
import { ProblemError } from '../../api/client'
import type { Taxonomy, Term } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { CodePicker } from '../../kit/CodePicker'
import { Dialog } from '../../kit/Dialog'
import { TextArea, TextField } from '../../kit/Field'
import { Notice, ProblemNotice } from '../../kit/Notice'

/** One code with its words. A code is final; what it should have been called is another code that it moves to. */
export function TermForm({ taxonomy, term, error, onSave, onClose }: { taxonomy: Taxonomy; term: Term; error: unknown; onSave: (term: Term) => void; onClose: () => void }) {
  const { t } = useWords()
  const [draft, setDraft] = useState(term)
  const isNew = term.code === ''
  const errors = error instanceof ProblemError ? Object.values(error.problem.errors ?? {}).flat() : []
  const labelField = (field: 'zhHant' | 'zhHans' | 'en') => (
    <TextField key={field} label={t(`record.name.${field}`)} value={draft.label[field] ?? ''} onChange={(event) => setDraft({ ...draft, label: { ...draft.label, [field]: event.target.value } })} />
  )
  const moveTo = (movedTo: string | undefined) => {
    const { code, label, synonyms, industries } = draft
    setDraft({ code, label, synonyms, industries, ...(movedTo && { movedTo }) })
  }
  return (
    <Dialog side title={isNew ? t('taxonomy.add') : draft.code} closeLabel={t('close')} onClose={onClose} footer={<Button look="primary" onClick={() => onSave(draft)}>{t('save')}</Button>}>
      {errors.length > 0 ? <Notice look="danger">{errors.join(' ')}</Notice> : <ProblemNotice error={error} />}
      {isNew && <TextField label={t('taxonomy.code')} hint={t('taxonomy.codeHint')} value={draft.code} onChange={(event) => setDraft({ ...draft, code: event.target.value.trim() })} />}
      {(['zhHant', 'zhHans', 'en'] as const).map(labelField)}
      <TextArea label={t('taxonomy.synonyms')} hint={t('taxonomy.synonymsHint')} rows={4} value={draft.synonyms.join('\n')}
        onChange={(event) => setDraft({ ...draft, synonyms: event.target.value.split('\n').filter((word, index, all) => word.trim() || index === all.length - 1) })}
        onBlur={() => setDraft({ ...draft, synonyms: draft.synonyms.map((word) => word.trim()).filter(Boolean) })} />
      {!isNew && (
        <>
          <CodePicker label={t('taxonomy.moveTo')} items={taxonomy.terms.filter(({ code }) => code !== term.code)} value={draft.movedTo} onChange={moveTo} />
          <p className="meta">{t('taxonomy.moveHint')}</p>
          {draft.movedTo && <Button onClick={() => moveTo(undefined)}>{t('taxonomy.moveBack')}</Button>}
        </>
      )}
    </Dialog>
  )
}
