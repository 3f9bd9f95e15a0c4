import { FilePlus } from 'lucide-react'
import { Link } from 'wouter'
import { useSchema } from '../../../api/boards'
import type { Brief, Demand } from '../../../api/types'
import { useWords } from '../../../i18n/i18n'
import { ProblemNotice } from '../../../kit/Notice'
import { PageHeading } from '../../../kit/PageHeading'
import { briefViews, useBriefs } from '../../../records/useBriefs'
import { useDemands } from '../../../records/useDemands'
import { DemandCard } from '../../../requirement/DemandCard'
import { RequirementChips } from '../../../requirement/RequirementChips'
import '../briefs.css'

/** The party's saved Briefs, and standing demands that are in none. */
export default function BriefsPage() {
  const { t } = useWords()
  const { data: briefs, error } = useBriefs()
  const { data: demands, error: demandsError } = useDemands()
  const isRead = briefs && demands
  return (
    <div className="page">
      <div className="page-head">
        <PageHeading title={t('nav.demands')} />
        <Link href="/brief" className="button primary">
          <FilePlus size={16} strokeWidth={1.9} aria-hidden />
          {t('brief.new')}
        </Link>
      </div>
      <ProblemNotice error={error ?? demandsError} />
      {!isRead && !error && !demandsError && <p className="meta">{t('loading')}</p>}
      {isRead && briefs.length === 0 && demands.length === 0 && <p>{t('demands.none')}</p>}
      {isRead &&
        briefViews(briefs, demands).map(({ brief, href, demands }) =>
          brief ? (
            <BriefCard key={href} brief={brief} demands={demands} />
          ) : (
            <DemandCard key={href} demand={demands[0]!} />
          ),
        )}
    </div>
  )
}

function BriefCard({ brief, demands }: { brief: Brief; demands: Demand[] }) {
  const { t, text } = useWords()
  const name = text(brief.name) || t('demand.unnamed')
  return (
    <article className="card">
      <h2>
        <Link href={`/briefs/${brief.id}`}>{name}</Link>
      </h2>
      {brief.text && brief.text !== name && <p className="brief-text">{brief.text}</p>}
      <dl className="brief-demands">
        {demands.map((demand) => (
          <div key={demand.id}>
            <dt>
              <Link href={`/briefs/${brief.id}?tab=${demand.board}`}>{t(`nav.${demand.board}`)}</Link>
            </dt>
            <dd>
              <Asked demand={demand} />
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

function Asked({ demand }: { demand: Demand }) {
  return <RequirementChips criteria={demand.criteria} schema={useSchema(demand.board)} />
}
