import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import type { divided } from './area'

/** Says that the list is kept to a part of the map, and what that leaves out. */
export default function AreaNote({
  parts: { here, elsewhere, unplaced },
  best,
  onShowAll,
}: {
  parts: ReturnType<typeof divided>
  /** The page holds the best of the list alone. */
  best: boolean
  onShowAll: () => void
}) {
  const { t } = useWords()
  const total = here.size + elsewhere + unplaced
  return (
    <div className="list-note area-note">
      <p role="status">
        {t(best ? 'map.inAreaOfBest' : 'map.inArea', { here: here.size, total })}
        {unplaced > 0 && ` ${t('map.unplaced', { count: unplaced })}`}
      </p>
      <Button look="small" onClick={onShowAll}>
        {t('map.showAll')}
      </Button>
    </div>
  )
}
