import type { BoardCode } from '../../api/types'
import type { BriefState } from '../../brief/address'
import { useWords } from '../../i18n/i18n'
import { boards } from '../../kinds/boards'
import { Button } from '../../kit/Button'

/** What a Brief may begin from where nothing is asked yet; said to be examples. */
export function Examples({
  board,
  onBrief,
}: {
  board: BoardCode
  onBrief: (change: (before: BriefState) => BriefState) => void
}) {
  const { t } = useWords()
  return (
    <div className="row brief-examples">
      <span className="meta">{t('requirement.examples')}</span>
      {boards[board].examples.map(({ key, criteria }) => (
        <Button
          key={key}
          look="small"
          onClick={() => onBrief((before) => ({ ...before, criteria: { ...before.criteria, [board]: criteria } }))}
        >
          {t(`example.${key}`)}
        </Button>
      ))}
    </div>
  )
}
