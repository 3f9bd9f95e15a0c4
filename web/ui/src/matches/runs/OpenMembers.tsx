import type { Places } from '../../api/records'
import { useWords } from '../../i18n/i18n'
import Members from './Members'

/** The spaces of a match that takes several together, which open below it. */
export default function OpenMembers({ ids, places }: { ids: readonly string[]; places: Places }) {
  const { t } = useWords()
  return (
    <details>
      <summary className="meta">{t('match.members', { count: ids.length })}</summary>
      <Members ids={ids} places={places} />
    </details>
  )
}
