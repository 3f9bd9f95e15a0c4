import { Link } from 'wouter'
import { useWords } from '../../../i18n/i18n'
import { ChartCard } from '../../../kit/charts/ChartCard'
import { type Asked, listOf, type Period } from '../figures'
import { Count } from './Count'

const states = ['suggested', 'offered', 'agreed', 'introduced', 'underway', 'expired'] as const
const bands = ['0-3', '4-9', '10-21', '22-45', '46'] as const

/** How long what is open has stood in its state, at the end of the period. */
export function Ageing({ now, asked }: { now: Period; asked: Asked }) {
  const { t } = useWords()
  const count = (state: string, band: string) => now.counts[`ageing:${state}:${band}`] ?? 0
  const most = Math.max(1, ...states.flatMap((state) => bands.map((band) => count(state, band))))
  const cell = (state: string, band: string) => (
    <Count figure={`ageing:${state}:${band}`} count={count(state, band)} asked={asked} />
  )
  const late = now.counts.over45 ?? 0
  return (
    <ChartCard
      title={t('figures.ageing.title')}
      note={t('figures.ageing.note')}
      table={{
        head: [t('figures.time.state'), ...bands.map((band) => t(`figures.band.${band}`)), t('figures.ageing.all')],
        rows: states.map((state) => [
          t(`desk.state.${state}`),
          ...bands.map((band) => cell(state, band)),
          <Count key="all" figure={`standing:${state}`} count={now.counts[`standing:${state}`]} asked={asked} />,
        ]),
      }}
    >
      <table className="ageing nums">
        <caption className="visually-hidden">{t('figures.ageing.title')}</caption>
        <thead className="meta">
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('figures.time.state')}</span>
            </th>
            {bands.map((band) => (
              <th key={band} scope="col">
                {t(`figures.short.${band}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {states.map((state) => (
            <tr key={state}>
              <th scope="row">{t(`desk.state.${state}`)}</th>
              {bands.map((band) => {
                const level = count(state, band) === 0 ? 0 : Math.ceil((4 * count(state, band)) / most)
                return (
                  <td key={band} className={band === '46' && level > 0 ? 'late' : `level-${level}`}>
                    {cell(state, band)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {late > 0 && (
        <p className="late">
          {t('figures.ageing.late', { count: late })} <Link href={listOf('over45', asked)}>{t('figures.open')}</Link>
        </p>
      )}
    </ChartCard>
  )
}
