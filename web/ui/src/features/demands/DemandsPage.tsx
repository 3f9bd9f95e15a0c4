import { Link } from 'wouter'
import { useSchema } from '../../api/boards'
import { useWords } from '../../i18n/i18n'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { RequirementChips } from '../../requirement/RequirementChips'
import { useDemands } from './demands'

/** The party's standing demands. */
export default function DemandsPage() {
  const { t, text } = useWords()
  const schema = useSchema()
  const { data, error, isPending } = useDemands()
  return (
    <div className="page">
      <div className="page-head"><PageHeading title={t('demands.title')} /><Link href="/sites" className="button primary">{t('demands.create')}</Link></div>
      <ProblemNotice error={error} />
      {isPending && <p className="meta">{t('loading')}</p>}
      {data?.length === 0 && <p>{t('demands.none')}</p>}
      {data?.map((demand) => (
        <article key={demand.id} className="card">
          <h2><Link href={`/demands/${demand.id}`}>{text(demand.name) || t('demand.unnamed')}</Link></h2>
          <RequirementChips criteria={demand.criteria} schema={schema} />
        </article>
      ))}
    </div>
  )
}
