import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { ProblemNotice } from '../../../kit/Notice'

/** Stays in sight while the plan differs from what is kept. */
export function KeepBar({
  isProposal,
  busy,
  error,
  onUndo,
  onKeep,
}: {
  /** The steps are ours, and nothing is kept yet. */
  isProposal: boolean
  busy: boolean
  /** Why it could not be kept. */
  error: unknown
  onUndo: () => void
  onKeep: () => void
}) {
  const { t } = useWords()
  return (
    <div className="save-bar path-keep">
      <ProblemNotice error={error} />
      <span className="meta" role="status">
        {t(isProposal ? 'upgrade.keep.proposal' : 'record.unsaved')}
      </span>
      {!isProposal && (
        <Button disabled={busy} onClick={onUndo}>
          {t('upgrade.keep.undo')}
        </Button>
      )}
      <Button look="primary" disabled={busy} onClick={onKeep}>
        {t('upgrade.keep.keep')}
      </Button>
    </div>
  )
}
