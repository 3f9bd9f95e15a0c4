import type { ReactNode } from 'react'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../Button'
import { ProblemNotice } from '../Notice'
import { Dialog } from './Dialog'

/** Asks before something is deleted, and stays open with the reason where that fails. */
export function DeletionDialog({
  title,
  onDelete,
  onClose,
  children,
}: {
  title: string
  onDelete: () => Promise<void>
  onClose: () => void
  /** What goes, and what of it cannot be had back. */
  children: ReactNode
}) {
  const { t } = useWords()
  const { run, error } = useSave()
  return (
    <Dialog
      title={title}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="danger" onClick={() => void run(onDelete)}>
            {t('delete')}
          </Button>
        </>
      }
    >
      <ProblemNotice error={error} />
      <p>{children}</p>
    </Dialog>
  )
}
