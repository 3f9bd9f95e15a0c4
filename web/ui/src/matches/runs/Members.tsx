import { Link } from 'wouter'
import type { Places } from '../../api/records'
import { useWords } from '../../i18n/i18n'
import { boards } from '../../kinds/boards'
import { rowOf } from '../../kinds/kinds'
import { unitName, valueOf } from '../list/names'

/** The spaces that are taken together, each with its way to its own page. */
export default function Members({ ids, places }: { ids: readonly string[]; places: Places }) {
  const words = useWords()
  return (
    <ul className="members">
      {ids.map((id) => {
        const record = places.records.get(id)
        const fact = (code: string, unit: string) => {
          const value = valueOf(record, undefined, code)
          return typeof value === 'number' ? words.format.quantity(value, unit) : ''
        }
        return (
          <li key={id}>
            <Link href={rowOf(boards[places.board].collection).page!(id)}>{unitName(record, words) || id}</Link>
            <span className="meta nums">
              {[fact('area', 'm2'), fact('rent', 'HKD/m2/month')].filter(Boolean).join(' · ')}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
