import { useState } from 'react'
import { localized, type LocalText, type Term } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Dialog } from '../../kit/overlays/Dialog'
import { TextArea, TextField } from '../../kit/fields/Field'
import { ProblemNotice } from '../../kit/Notice'
import { NameFields } from '../../records/fields/RecordFields'
import { codeBelow, codeError } from './terms'

/** The words of a term that is there, or a new one below another. */
export function TermForm({
  term,
  below,
  terms,
  error,
  onSave,
  onClose,
}: {
  term?: Term
  /** The broader code of a new term; empty: none. */
  below?: string
  terms: Term[]
  error: unknown
  onSave: (term: Term) => void
  onClose: () => void
}) {
  const { t } = useWords()
  const [step, setStep] = useState('')
  const [label, setLabel] = useState<LocalText>(() => localized(term?.label))
  const [synonyms, setSynonyms] = useState((term?.synonyms ?? []).join('\n'))
  const wrong = term || !step ? undefined : codeError(terms, below ?? '', step)
  const complete = Boolean(label.en && label.zhHant && label.zhHans) && (term !== undefined || (step !== '' && !wrong))
  const { movedTo, ...rest } = term ?? {}
  const [moved, setMoved] = useState(movedTo)
  const save = () =>
    onSave({
      industries: [],
      ...rest,
      ...(moved && { movedTo: moved }),
      code: term?.code ?? codeBelow(below ?? '', step),
      label,
      synonyms: [
        ...new Set(
          synonyms
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        ),
      ],
    })
  return (
    <Dialog
      title={term ? t('taxonomy.edit', { code: term.code }) : t('taxonomy.add')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <Button look="primary" disabled={!complete} onClick={save}>
          {t('save')}
        </Button>
      }
    >
      <ProblemNotice error={error} />
      {!term && (
        <TextField
          label={t('taxonomy.code')}
          hint={codeBelow(below ?? '', step || '…')}
          value={step}
          errors={wrong && [t(`taxonomy.codeError.${wrong}`)]}
          onChange={(event) => setStep(event.target.value)}
        />
      )}
      <NameFields name={label} errors={{}} onChange={(next) => setLabel(next as LocalText)} />
      <TextArea
        label={t('taxonomy.synonyms')}
        hint={t('taxonomy.synonymsHint')}
        rows={5}
        value={synonyms}
        onChange={(event) => setSynonyms(event.target.value)}
      />
      {moved && (
        <p className="row">
          <span className="meta">→ {moved}</span>
          <Button look="small" onClick={() => setMoved(undefined)}>
            {t('taxonomy.moveBack')}
          </Button>
        </p>
      )}
    </Dialog>
  )
}
