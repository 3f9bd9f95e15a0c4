import { type ReactNode, useId } from 'react'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../Button'
import { Dialog } from './Dialog'
import { Notice, ProblemNotice } from '../Notice'

export type Errors = Record<string, string[]>

/** A form in a dialog that stays open until what it asks for is done; an error is shown beside its field. */
export function FormDialog({
  title,
  submit,
  fields,
  onClose,
  onSubmit,
  children,
}: {
  title: string
  submit: string
  /** The fields that show their own errors. */
  fields: string[]
  onClose: () => void
  /** Answers an error that belongs into the form. */
  onSubmit: () => Promise<unknown>
  children: (errors: Errors) => ReactNode
}) {
  const { t } = useWords()
  const id = useId()
  const { onSubmit: submitted, busy, error, errors } = useSave()
  const send = async () => {
    const failure = await onSubmit()
    if (failure !== undefined) throw failure
    onClose()
  }
  const submitForm = submitted(send)
  // What no field shows is told above all of them.
  const elsewhere = Object.entries(errors)
    .filter(([path]) => !fields.includes(path))
    .flatMap(([, messages]) => messages)
  return (
    <Dialog
      title={title}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={id} disabled={busy}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={id} className="form" onSubmit={submitForm}>
        {error !== undefined && Object.keys(errors).length === 0 && <ProblemNotice error={error} />}
        {elsewhere.length > 0 && <Notice look="danger">{elsewhere.join(' ')}</Notice>}
        {children(errors)}
      </form>
    </Dialog>
  )
}
