import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'

/** Stays in sight while a long page is edited. */
export function SaveBar({ editor }: { editor: { dirty: boolean; busy?: boolean; save: () => Promise<void> } }) {
  const { t } = useWords()
  return (
    <div className="save-bar">
      <span className="meta" role="status">
        {editor.dirty ? t('record.unsaved') : ''}
      </span>
      <Button look="primary" disabled={!editor.dirty || editor.busy} onClick={() => void editor.save()}>
        {t('save')}
      </Button>
    </div>
  )
}
