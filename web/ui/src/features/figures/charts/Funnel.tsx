import { useWords } from '../../../i18n/i18n'
import { ChartCard } from '../../../kit/charts/ChartCard'
import type { Asked, Period } from '../figures'
import { funnelOf, type Step } from '../funnel'
import { Count } from './Count'

/** How far introductions came, and where they stopped. */
export function Funnel({ now, before, asked }: { now: Period; before: Period; asked: Asked }) {
  const { t, format } = useWords()
  const funnel = funnelOf(now, before)
  const name = ({ figure }: Step) =>
    figure === 'succeeded' ? t('figures.kpi.succeeded') : t(`desk.state.${figure.slice('reached:'.length)}`)
  const onward = ({ figure, onward: percent }: Step) =>
    percent === undefined ? (
      '–'
    ) : (
      <>
        <Count
          figure={figure.replace('reached', 'onward')}
          count={now.counts[figure.replace('reached', 'onward')]}
          asked={asked}
        />{' '}
        <span className="meta">{percent}%</span>
      </>
    )
  const head = ['step', 'count', 'before', 'onward'].map((column) => t(`figures.funnel.${column}`))
  return (
    <ChartCard
      title={t('figures.funnel.title')}
      note={t('figures.funnel.note')}
      table={{
        head,
        rows: funnel.map((step) => [
          name(step),
          <Count key="now" figure={step.figure} count={step.count} asked={asked} />,
          format.number(step.before),
          onward(step),
        ]),
      }}
    >
      <FunnelBars
        funnel={funnel}
        name={name}
        count={(step) => <Count figure={step.figure} count={step.count} asked={asked} />}
        onward={onward}
      />
    </ChartCard>
  )
}

/** The bars alone, with a tick where the period before came to. */
export function FunnelBars({
  funnel,
  name,
  count,
  onward,
}: {
  funnel: Step[]
  name: (step: Step) => string
  count: (step: Step) => React.ReactNode
  onward: (step: Step) => React.ReactNode
}) {
  const { t } = useWords()
  const most = Math.max(1, ...funnel.flatMap(({ count, before }) => [count, before]))
  return (
    <div className="funnel-bars">
      <p className="funnel-row meta">
        <span />
        <span>{t('figures.funnel.count')}</span>
        <span />
        <span>{t('figures.funnel.onward')}</span>
      </p>
      <ul>
        {funnel.map((step) => (
          <li key={step.figure} className="funnel-row">
            <span>{name(step)}</span>
            <b className="nums">{count(step)}</b>
            <span className="chart-track" aria-hidden="true">
              <span className="chart-bar" style={{ width: `${(100 * step.count) / most}%` }} />
              <span className="chart-tick" style={{ insetInlineStart: `${(100 * step.before) / most}%` }} />
            </span>
            <span className="nums">{onward(step)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
