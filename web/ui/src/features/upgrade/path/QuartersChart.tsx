import type { UpgradePath } from '../../../upgrade/types'
import { useWords } from '../../../i18n/i18n'
import { ChartCard } from '../../../kit/charts/ChartCard'
import { percent } from '../../../kit/charts/percent'

/** What is spent and what is paid back in each quarter, and how much is out by its end. */
export function QuartersChart({ quarters }: Pick<UpgradePath, 'quarters'>) {
  const { t, format } = useWords()
  const most = Math.max(1, ...quarters.flatMap(({ cost, grants }) => [cost, grants]))
  const rows = quarters.map((each, index) => ({
    ...each,
    name: t('upgrade.quarter', each),
    out: quarters.slice(0, index + 1).reduce((sum, { cost, grants }) => sum + cost - grants, 0),
  }))
  const highest = Math.max(...rows.map(({ out }) => out))
  const table = {
    head: ['quarter', 'spent', 'paid', 'out'].map((name) => t(`upgrade.column.${name}`)),
    rows: rows.map(({ name, cost, grants, out }) => [
      name,
      format.money(cost),
      format.money(grants),
      format.money(out),
    ]),
  }
  return (
    <ChartCard title={t('upgrade.quarters.title')} note={t('upgrade.quarters.note')} table={table}>
      <ol className="path-quarters">
        {rows.map(({ name, cost, grants, out }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="twin-bar" aria-hidden="true">
              <i style={{ width: percent(cost / most) }} />
              <i className="paid" style={{ width: percent(grants / most) }} />
            </span>
            <span className="quarter-money nums">
              {cost > 0 && <span>{t('upgrade.quarters.spent', { amount: format.money(cost) })}</span>}
              {grants > 0 && (
                <span className="gain">{t('upgrade.quarters.paid', { amount: format.money(grants) })}</span>
              )}
            </span>
            <b className={`nums ${out === highest ? 'most-out' : ''}`}>{format.money(out)}</b>
          </li>
        ))}
      </ol>
    </ChartCard>
  )
}
