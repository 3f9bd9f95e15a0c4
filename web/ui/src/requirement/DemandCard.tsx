import { Link } from 'wouter'
import { useSchema } from '../api/boards'
import type { Demand } from '../api/types'
import { useWords } from '../i18n/i18n'
import { RequirementChips } from './RequirementChips'

/** A standing demand at a glance, with its board. */
export function DemandCard({ demand }: { demand: Demand }) {
  const { t, text } = useWords()
  const schema = useSchema(demand.board)
  return (
    <article className="card">
      <h2>
        <Link href={`/demands/${demand.id}`}>{text(demand.name) || t('demand.unnamed')}</Link>{' '}
        <span className="tag">{t(`nav.${demand.board}`)}</span>
      </h2>
      <RequirementChips criteria={demand.criteria} schema={schema} />
    </article>
  )
}
