import type { ComponentProps, ReactNode } from 'react'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { Dialog } from '../kit/overlays/Dialog'
import { RequirementEditor } from './RequirementEditor'

export default function EditorPanel({
  onClose,
  start,
  ...editor
}: ComponentProps<typeof RequirementEditor> & { onClose: () => void; start?: ReactNode }) {
  const { t } = useWords()
  return (
    <Dialog
      side
      title={t('requirement.label')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          {t('requirement.done')}
        </Button>
      }
    >
      {start}
      <p className="meta">{t('requirement.help')}</p>
      <RequirementEditor {...editor} />
    </Dialog>
  )
}
