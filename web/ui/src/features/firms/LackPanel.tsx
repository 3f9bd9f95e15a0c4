import { Link } from 'wouter'
import type { Schema } from '../../api/boards'
import type { Firm } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { lackedCertifications } from '../../records/facts/lacks'
import { endingSoon } from '../../records/fields/tags'
import { useNeeds } from '../../records/useNeeds'
import { describeValue } from '../../score/describe'
import { hongKongDay } from '../../kit/days/hongKong'

const shown = 4

/** What keeps a firm from published needs that it could make, and certifications that are about to end. */
export function LackPanel({ firm, schema }: { firm: Firm; schema: Schema }) {
  const words = useWords()
  const { t, format } = words
  const { data } = useNeeds()
  const today = hongKongDay()
  const lacks = lackedCertifications(firm, data ?? [], today).slice(0, shown)
  const ending = endingSoon((firm.values.certifications as string[] | undefined) ?? [], today)
  const name = (code: string) => describeValue([code], schema.byCode.get('certifications'), words)
  return (
    <section className="card" aria-labelledby="lacks">
      <h2 id="lacks">{t('lack.title')}</h2>
      <ul className="lacks">
        {ending.map(({ code, until }) => (
          <li key={code} className="warned">
            {t(until < today ? 'lack.ended' : 'lack.ending', { name: name(code), day: format.day(until) })}
          </li>
        ))}
        {lacks.map(({ code, count }) => (
          <li key={code}>{t('lack.certification', { name: name(code), count })}</li>
        ))}
      </ul>
      {data && lacks.length === 0 && ending.length === 0 && <p className="meta">{t('lack.nothing')}</p>}
      <p>
        <Link href="/opportunities">{t('lack.see')}</Link>
      </p>
    </section>
  )
}
