import { CalendarClock } from 'lucide-react'
import { Link } from 'wouter'
import type { Schema } from '../../api/boards'
import type { Criterion, Demand } from '../../api/types'
import { useProgrammeName } from '../../funding/useProgrammes'
import { useWords } from '../../i18n/i18n'
import { pageOf } from '../../kinds/kinds'
import { type LiveList, useListView } from '../../live/lists/useDemandList'
import { describeValue } from '../../score/describe'
import { monthText } from '../../upgrade/months'
import './planned.css'
import { type PlannedPartner, type PlannedPartners, usePlanned } from './usePlanned'

/** Partners that plan the certificate that they lack, behind the matches and apart from them: none counts as one. */
export default function PlannedRows({
  demand,
  criteria,
  schema,
  live,
}: {
  /** Left out: the requirement is not saved. */
  demand?: Pick<Demand, 'id' | 'version'>
  criteria: Criterion[]
  schema: Schema
  live: LiveList
}) {
  const { order } = useListView(live.list)
  const planned = usePlanned(demand, criteria, live)
  return planned ? <Planned planned={planned} listed={order} schema={schema} /> : null
}

export function Planned({
  planned,
  listed,
  schema,
}: {
  planned: PlannedPartners
  /** The ids of the matches: what has become one since it was asked for is in the list already. */
  listed: readonly string[]
  schema: Schema
}) {
  const { t } = useWords()
  const rows = planned.items.filter(({ id }) => !listed.includes(id))
  if (rows.length === 0) return null
  return (
    <>
      <li className="planned-head">
        <h2 className="nums">{t('planned.title', { count: planned.count - (planned.items.length - rows.length) })}</h2>
        <p className="meta">{t('planned.note')}</p>
      </li>
      {rows.map((partner) => (
        <Row key={partner.id} partner={partner} schema={schema} />
      ))}
    </>
  )
}

function Row({ partner, schema }: { partner: PlannedPartner; schema: Schema }) {
  const words = useWords()
  const { t, text, format } = words
  const programmeName = useProgrammeName()
  return (
    <li className="planned-row">
      <h3>
        <Link href={pageOf(`firms/${partner.id}`) ?? ''}>{text(partner.name) || partner.id}</Link>{' '}
        {partner.sample && <span className="tag sample">{t('sample')}</span>}
      </h3>
      {partner.certificates.map(({ step, certification, end, status, programme }) => (
        <p key={step} className="planned-certificate">
          <CalendarClock size={14} strokeWidth={1.9} aria-hidden />
          <span>
            <b>
              {t('planned.by', {
                certificate: describeValue([certification], schema.byCode.get('certifications'), words),
                month: monthText(end, format),
              })}
            </b>{' '}
            <span className="tag">{t(`upgrade.status.${status}`)}</span>{' '}
            <span className="meta">
              {programme ? t('planned.pays', { programme: programmeName(programme) }) : t('planned.approved')}
            </span>
          </span>
        </p>
      ))}
    </li>
  )
}
