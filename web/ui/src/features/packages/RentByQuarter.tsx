import type { LandingOption } from '../../api/programmes'
import { useWords } from '../../i18n/i18n'
import { BarChart } from '../../kit/charts/BarChart'
import { quartersOf } from './quarters'

const most = 40

/** When the money for the site goes out. Nothing where rent or first day is unknown: no date is made up. */
export function RentByQuarter({
  option: {
    cost: { monthly, months, availableFrom },
    assessedOn,
    site,
  },
}: {
  option: LandingOption
}) {
  const { t, text, format } = useWords()
  if (monthly === undefined || !availableFrom) return null
  const bars = quartersOf(assessedOn, months, monthly)
    .slice(0, most)
    .map(({ year, quarter, amount, soFar }, index) => ({
      name: t('landing.quarters.short', { quarter }),
      ...((index === 0 || quarter === 1) && { group: String(year) }),
      fullName: t('landing.quarters.full', { year, quarter }),
      value: amount,
      soFar,
    }))
  return (
    <BarChart
      title={t('landing.quarters.title')}
      of={text(site.name) || site.id}
      unit={t('landing.quarters.unit')}
      names={[t('landing.quarters.quarter'), t('landing.quarters.paid'), t('landing.quarters.soFar')]}
      bars={bars}
      note={t('landing.quarters.how', { amount: format.number(monthly, 0), day: format.day(assessedOn) })}
    />
  )
}
