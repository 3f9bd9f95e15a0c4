import { useWords } from '../../../i18n/i18n'
import { ChartCard } from '../../../kit/charts/ChartCard'
import type { Asked, Period } from '../figures'
import { Count } from './Count'

const steps = ['suggested', 'offered', 'agreed', 'introduced', 'underway'] as const

/** How many working days each step takes, beside the period before. */
export function StepDays({ now, before, asked }: { now: Period; before: Period; asked: Asked }) {
  const { t, format } = useWords()
  const rows = steps.map((step) => ({
    figure: `step:${step}`,
    days: now.medianDays[`step:${step}`],
    was: before.medianDays[`step:${step}`],
    count: now.counts[`step:${step}`],
  }))
  const most = Math.max(1, ...rows.flatMap(({ days = 0, was = 0 }) => [days, was]))
  const text = (days: number | undefined) =>
    days === undefined ? '–' : t('figures.days', { count: format.number(days, 1) })
  const difference = (days: number | undefined, was: number | undefined) =>
    days === undefined || was === undefined
      ? '–'
      : days === was
        ? t('figures.same')
        : `${days < was ? '▼' : '▲'} ${t(days < was ? 'figures.faster' : 'figures.slower', {
            count: format.number(Math.abs(days - was), 1),
          })}`
  return (
    <ChartCard
      title={t('figures.stepDays.title')}
      note={t('figures.stepDays.note')}
      table={{
        head: ['step', 'count', 'now', 'before', 'difference'].map((column) => t(`figures.stepDays.${column}`)),
        rows: rows.map(({ figure, days, was, count }) => [
          t(`figures.${figure.replace(':', '.')}`),
          <Count key="count" figure={figure} count={count} asked={asked} />,
          text(days),
          text(was),
          difference(days, was),
        ]),
      }}
    >
      <ul className="step-days">
        {rows.map(({ figure, days, was }) => (
          <li key={figure}>
            <span>{t(`figures.${figure.replace(':', '.')}`)}</span>
            <span className="twin-bars">
              <span className="chart-track" aria-hidden="true">
                <span className="chart-bar" style={{ width: `${(100 * (days ?? 0)) / most}%` }} />
              </span>
              <span className="chart-track" aria-hidden="true">
                {was !== undefined && (
                  <span className="chart-bar hatched" style={{ width: `${(100 * was) / most}%` }} />
                )}
              </span>
            </span>
            <b className="nums">{text(days)}</b>
            <span className="meta nums">{difference(days, was)}</span>
          </li>
        ))}
      </ul>
      <p className="chart-key meta">
        <span className="chart-bar" aria-hidden="true" /> {t('figures.now')}
        <span className="chart-bar hatched" aria-hidden="true" /> {t('figures.before')}
      </p>
    </ChartCard>
  )
}
