import { Link } from 'wouter'
import type { Places } from '../../api/records'
import { useWords } from '../../i18n/i18n'
import { boards } from '../../kinds/boards'
import { rowOf } from '../../kinds/kinds'
import { unitName } from '../list/names'
import { memberFacts } from './memberFacts'

/** The spaces that are taken together, each with its way to its own page. */
export default function Members({ ids, places }: { ids: readonly string[]; places: Places }) {
  const words = useWords()
  return (
    <ul className="members">
      {ids.map((id) => {
        const record = places.records.get(id)
        return (
          <li key={id}>
            <Link href={rowOf(boards[places.board].collection).page!(id)}>{unitName(record, words) || id}</Link>
            <span className="meta nums">{memberFacts(record, words)}</span>
          </li>
        )
      })}
    </ul>
  )
}
