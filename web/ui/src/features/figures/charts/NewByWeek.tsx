import { useId } from 'react'
import { useWords } from '../../../i18n/i18n'
import { ChartCard } from '../../../kit/charts/ChartCard'
import { type Asked, type Period, weeksOf } from '../figures'
import { Count } from './Count'

const [wide, tall, left, foot, top] = [560, 188, 28, 24, 20]

/** How many were suggested every seven days, beside the period before. */
export function NewByWeek({ now, before, asked }: { now: Period; before: Period; asked: Asked }) {
  const { t, format } = useWords()
  const id = useId()
  const [weeks, were] = [weeksOf(now), weeksOf(before)]
  const most = Math.max(4, ...weeks.map(({ count }) => count), ...were.map(({ count }) => count))
  const x = (week: number) => left + (weeks.length > 1 ? (week * (wide - left - 8)) / (weeks.length - 1) : 0)
  const y = (count: number) => top + (tall - top - foot) * (1 - count / most)
  const path = (counts: { count: number }[]) =>
    counts.map(({ count }, week) => `${week === 0 ? 'M' : 'L'}${x(week)} ${y(count)}`).join('')
  const [sum, was] = [now, before].map((period) => period.counts['reached:suggested'] ?? 0)
  const title = t('figures.new.title')
  const note = t('figures.new.note', { count: format.number(sum!), was: format.number(was!) })
  return (
    <ChartCard
      title={title}
      note={note}
      table={{
        head: [t('figures.new.from'), t('figures.now'), t('figures.before')],
        rows: weeks.map(({ from, count }, week) => [
          format.day(from),
          <Count key="now" figure={`new:${week}`} count={count} asked={asked} />,
          format.number(were[week]?.count ?? 0),
        ]),
      }}
    >
      <svg className="line-chart" viewBox={`0 0 ${wide} ${tall}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>
          {weeks.map(({ from, count }) => `${format.shortDay(from)}: ${format.number(count)}`).join('; ')}
        </desc>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line x1={left} x2={wide - 8} y1={y(part * most)} y2={y(part * most)} />
            <text x={left - 6} y={y(part * most) + 4} textAnchor="end">
              {format.number(part * most, 1)}
            </text>
          </g>
        ))}
        <path className="was" d={path(were)} />
        <path d={path(weeks)} />
        {weeks.map(({ from, count }, week) => (
          <g key={from}>
            <circle cx={x(week)} cy={y(count)} r={3} />
            {count > 0 && (
              <text className="value" x={x(week)} y={y(count) - 7} textAnchor="middle">
                {format.number(count)}
              </text>
            )}
          </g>
        ))}
        {[0, Math.floor(weeks.length / 2), weeks.length - 1]
          .filter((week, at, all) => all.indexOf(week) === at)
          .map((week) => (
            <text
              key={week}
              x={x(week)}
              y={tall - 6}
              textAnchor={week === 0 ? 'start' : week === weeks.length - 1 ? 'end' : 'middle'}
            >
              {format.shortDay(weeks[week]!.from)}
            </text>
          ))}
      </svg>
      <p className="chart-key meta">
        <span className="line-key" aria-hidden="true" /> {t('figures.now')}
        <span className="line-key was" aria-hidden="true" /> {t('figures.before')}
      </p>
    </ChartCard>
  )
}
