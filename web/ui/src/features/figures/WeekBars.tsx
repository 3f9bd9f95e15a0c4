import { useId } from 'react'
import { useWords } from '../../i18n/i18n'
import { useMedia } from '../../kit/useMedia'
import { type Counts, seriesOf, shortDay } from './figures'
import { TableScroll } from '../../kit/TableScroll'

const row = 76
const tall = 44
const labels = 28

// Where the weeks have no room beside each other, the last ones come first.
const toNewest = (box: HTMLElement | null) => void (box && (box.scrollLeft = box.scrollWidth))

/** Small bars, a row for each state, with their numbers; the table below says the same. */
export function WeekBars({ kind, weeks }: { kind: 'entered' | 'standing'; weeks: { week: string; counts: Counts }[] }) {
  const { t, format } = useWords()
  const id = useId()
  const column = useMedia('(min-width: 1160px)') ? Math.max(44, Math.floor(1040 / weeks.length)) : 44
  const { series, most } = seriesOf(weeks.map(({ counts }) => counts))
  const title = t(`figures.${kind}.title`)
  return (
    <section className="card">
      <h2>{title}</h2>
      {series.length === 0 ? (
        <p>{t('figures.none')}</p>
      ) : (
        <>
          <TableScroll ref={toNewest} label={title}>
            <svg
              className="week-bars"
              width={Math.max(280, weeks.length * column)}
              height={series.length * row + labels}
              role="img"
              aria-labelledby={`${id}-title ${id}-desc`}
            >
              <title id={`${id}-title`}>{title}</title>
              <desc id={`${id}-desc`}>{t(`figures.${kind}.desc`, { most: format.number(most) })}</desc>
              {series.map(({ state, counts }, index) => (
                <g key={state} transform={`translate(0 ${index * row})`}>
                  <text y={14} className="bar-state">
                    {t(`desk.state.${state}`)}
                  </text>
                  <line x1={0} x2={weeks.length * column} y1={row - 6} y2={row - 6} />
                  {counts.map((count, week) => {
                    const height = count > 0 ? Math.max(2, ((tall - 14) * count) / most) : 0
                    return (
                      <g key={week} transform={`translate(${week * column} 0)`}>
                        <rect x={column / 2 - 16} y={row - 6 - height} width={32} height={height} />
                        {count > 0 && (
                          <text x={column / 2} y={row - 10 - height} textAnchor="middle">
                            {format.number(count)}
                          </text>
                        )}
                      </g>
                    )
                  })}
                </g>
              ))}
              {weeks.map(({ week }, index) => (
                <text
                  key={week}
                  x={index * column + column / 2}
                  y={series.length * row + 16}
                  textAnchor="middle"
                  className="bar-week"
                >
                  {shortDay(week)}
                </text>
              ))}
            </svg>
          </TableScroll>
          <details>
            <summary>{t('figures.table')}</summary>
            <TableScroll label={t('figures.table')}>
              <table className="table">
                <caption className="visually-hidden">{title}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('figures.week')}</th>
                    {series.map(({ state }) => (
                      <th key={state} scope="col">
                        {t(`desk.state.${state}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {weeks.map(({ week }, index) => (
                    <tr key={week}>
                      <th scope="row">{format.day(week)}</th>
                      {series.map(({ state, counts }) => (
                        <td key={state}>{format.number(counts[index]!)}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          </details>
        </>
      )}
    </section>
  )
}
