import { useId } from 'react'
import { useWords } from '../../i18n/i18n'
import { TableScroll } from '../TableScroll'
import './charts.css'

export interface Bar {
  /** Below the bar. */
  name: string
  /** On a second line, where a new group begins, such as a year. */
  group?: string
  value: number
  /** What follows from all bars up to this one, such as a running total. */
  soFar: number
  /** Its name in the table, where no neighbour says the rest. */
  fullName: string
}

const column = 72
const tall = 120
const head = 22
const foot = 66

/** Bars from zero with their numbers, what they add up to so far, and the same as a table. */
export function BarChart({
  title,
  of,
  unit,
  names,
  bars,
  note,
}: {
  /** What the chart answers. */
  title: string
  /** What tells it from others on the page. */
  of: string
  unit: string
  /** What the columns of the table are called: what a bar stands for, its value, the sum so far. */
  names: [string, string, string]
  bars: readonly Bar[]
  /** How the numbers come about. */
  note: string
}) {
  const { t, format } = useWords()
  const id = useId()
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const base = head + tall
  const [barName, valueName, soFarName] = names
  const label = `${title}: ${of}`
  return (
    <section className="card chart">
      <h3>
        {title} <span className="meta">{unit}</span>
      </h3>
      <TableScroll label={label}>
        <svg
          className="bar-chart"
          width={bars.length * column}
          height={base + foot}
          viewBox={`0 0 ${bars.length * column} ${base + foot}`}
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
        >
          <title id={`${id}-title`}>{label}</title>
          <desc id={`${id}-desc`}>
            {bars.map(({ fullName, value }) => `${fullName}: ${format.number(value, 0)}`).join('; ')}
          </desc>
          <line x1={0} x2={bars.length * column} y1={base} y2={base} />
          {bars.map(({ name, group, value, soFar, fullName }, index) => {
            const height = value > 0 ? Math.max(2, (tall * value) / most) : 0
            return (
              <g key={fullName} transform={`translate(${index * column + column / 2} 0)`} textAnchor="middle">
                <rect x={-19} y={base - height} width={38} height={height} rx={3} />
                <text y={base - height - 6} className="chart-value">
                  {format.number(value, 0)}
                </text>
                <text y={base + 17}>{name}</text>
                {group && (
                  <text y={base + 33} className="chart-group">
                    {group}
                  </text>
                )}
                <text y={base + 56} className="chart-sum">
                  {format.number(soFar, 0)}
                </text>
              </g>
            )
          })}
        </svg>
      </TableScroll>
      <p className="meta">
        {t('chart.sum', { name: soFarName })} {note}
      </p>
      <details>
        <summary>{t('figures.table')}</summary>
        <TableScroll label={`${t('figures.table')}: ${label}`}>
          <table className="table nums">
            <caption className="visually-hidden">{label}</caption>
            <thead>
              <tr>
                {[barName, `${valueName} (${unit})`, `${soFarName} (${unit})`].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bars.map(({ fullName, value, soFar }) => (
                <tr key={fullName}>
                  <th scope="row">{fullName}</th>
                  <td>{format.number(value, 0)}</td>
                  <td>{format.number(soFar, 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </details>
    </section>
  )
}
