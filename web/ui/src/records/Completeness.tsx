import type { Schema } from '../api/boards'
import type { BoardRecord } from '../api/types'
import { useWords } from '../i18n/i18n'
import { completeness } from './lacks'

/** How much of a record is known, and what would help most to add: what is not known counts a quarter in every match. */
export function Completeness({ record, schema }: { record: BoardRecord; schema: Schema }) {
  const { t, text, format } = useWords()
  const { known, all, percent, missing } = completeness(record, schema.attributes.map(({ code }) => code))
  const names = missing.slice(0, 5).map((code) => text(schema.byCode.get(code)?.label))
  return (
    <section className="card completeness" aria-labelledby="completeness">
      <div className="page-head"><h2 id="completeness">{t('completeness.title')}</h2><b className="nums">{percent}%</b></div>
      <div className="bar" aria-hidden="true"><div style={{ width: `${percent}%` }} /></div>
      <p className="meta">{t('completeness.known', { known, all })}{missing.length > 0 && <> {t('completeness.missing', { names: format.list(names) })}</>}</p>
    </section>
  )
}
