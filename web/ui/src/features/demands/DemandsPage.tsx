import { Link } from 'wouter'
import { useMe } from '../../api/session'
import { useWords } from '../../i18n/i18n'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { DemandCard } from '../../requirement/DemandCard'
import { useDemands } from '../../records/useDemands'
import { soughtBy } from '../../kinds/boards'

/** The party's standing demands. */
export default function DemandsPage() {
  const { t } = useWords()
  const { me } = useMe()
  const boards = soughtBy(me?.firm ? 'firm' : 'enterprise')
  const { data, error, isPending } = useDemands()
  return (
    <div className="page">
      <div className="page-head">
        <PageHeading title={t('demands.title')} />
      </div>
      <p className="row">
        <span className="meta">{t('demands.create')}</span>
        {boards.map((board) => (
          <Link key={board} href={`/${board}`} className="button small">
            {t(`nav.${board}`)}
          </Link>
        ))}
      </p>
      <ProblemNotice error={error} />
      {isPending && <p className="meta">{t('loading')}</p>}
      {data?.length === 0 && <p>{t('demands.none')}</p>}
      {data?.map((demand) => (
        <DemandCard key={demand.id} demand={demand} />
      ))}
    </div>
  )
}
