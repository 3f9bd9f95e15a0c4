import type { Schema } from '../api/boards'
import type { Profiled } from '../api/records'
import type { Building } from '../api/types'
import { useWords } from '../i18n/i18n'
import { factOf } from '../records/facts/facts'
import { AdmissionWord } from './AdmissionMark'
import { admits } from './admits'

/** Whether the space's operator takes the seeker's industry in, asked for or not, and who says so. */
export function AdmissionLine({
  record,
  building,
  schema,
  industry,
}: {
  record: Profiled | undefined
  building: Building | undefined
  schema: Schema
  /** Of the enterprise that seeks; undefined: not known, or no enterprise seeks. */
  industry: string | undefined
}) {
  const { t, text, format } = useWords()
  if (!industry || !record) return null
  const label = schema.byCode.get('admission')?.values?.find(({ code }) => code === industry)?.label
  const values = { ...building?.values, ...record.inherited, ...record.values }
  const stating = record.values.admission ? record : building?.values.admission ? building : undefined
  const { source, verifiedOn } = stating ? factOf(stating, 'admission') : {}
  const verdict = admits(industry, values)
  const origin = stating
    ? [source, verifiedOn && format.day(verifiedOn)].filter(Boolean).join(' · ')
    : verdict === 'fits' && values.admission === undefined
      ? t('admission.everyone')
      : ''
  return (
    <div className="admission">
      <span>{t('admission.yours', { industry: text(label) || industry })}</span> <AdmissionWord verdict={verdict} />
      {origin && <p className="meta">{origin}</p>}
    </div>
  )
}
