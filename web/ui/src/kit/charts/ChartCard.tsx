import { type ReactNode, useId, useState } from 'react'
import { useWords } from '../../i18n/i18n'
import { Button } from '../Button'
import { DataTable, type Rows } from './DataTable'
import './charts.css'

/** What a chart shows, as the chart or as a table of the same numbers, whichever the reader chooses. */
export function ChartCard({
  title,
  note,
  table,
  children,
}: {
  /** What the chart answers. */
  title: string
  /** Its unit, or what stands for what. */
  note?: string
  table: { head: string[]; rows: Rows }
  children: ReactNode
}) {
  const { t } = useWords()
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  return (
    <section className="card chart-card" aria-labelledby={id}>
      <div className="chart-head">
        <h2 id={id}>{title}</h2>
        {note && <span className="meta">{note}</span>}
        <div className="chart-switch" role="group" aria-label={t('chart.as', { title })}>
          {([false, true] as const).map((table) => (
            <Button key={String(table)} look="small" aria-pressed={asTable === table} onClick={() => setAsTable(table)}>
              {t(table ? 'chart.table' : 'chart.chart')}
            </Button>
          ))}
        </div>
      </div>
      {asTable ? <DataTable title={`${t('chart.table')}: ${title}`} {...table} /> : children}
    </section>
  )
}
