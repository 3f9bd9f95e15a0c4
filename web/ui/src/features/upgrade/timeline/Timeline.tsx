import { type KeyboardEvent, useId } from 'react'
import type { PathStep } from '../../../upgrade/types'
import { useWords } from '../../../i18n/i18n'
import { ChartCard } from '../../../kit/charts/ChartCard'
import { percent } from '../../../kit/charts/percent'
import { usePathWords } from '../pathWords'
import { monthsText } from '../../../upgrade/months'
import { type Axis, axisOf, endsOf, spanOf } from './timeline'
import './timeline.css'

/** The steps by quarter, each on a line of its own; arrow keys on a bar take it a month earlier or later. */
export function Timeline({
  steps,
  busy,
  onOpen,
  onShift,
}: {
  steps: readonly PathStep[]
  /** Another answer is on its way. */
  busy: boolean
  onOpen: (step: string) => void
  onShift: (step: PathStep, months: number) => void
}) {
  const words = useWords()
  const { t, format } = words
  const { stepName, programmeName } = usePathWords()
  const hint = useId()
  const axis = axisOf(steps)
  if (!axis) return null
  const ends = endsOf(axis, steps)
  const table = {
    head: ['step', 'when', 'months', 'cost', 'grant', 'own'].map((name) => t(`upgrade.column.${name}`)),
    rows: steps.map(({ step, start, end, months, cost, funding }) => [
      stepName(step),
      monthsText(start, end, words),
      format.number(months, 0),
      format.money(cost),
      funding ? `${format.money(funding.amount)} (${programmeName(funding.programme)})` : '–',
      format.money(cost - (funding?.amount ?? 0)),
    ]),
  }
  const press = (step: PathStep) => (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (!by) return
    event.preventDefault()
    onShift(step, by)
  }
  return (
    <ChartCard title={t('upgrade.timeline.title')} note={t('upgrade.timeline.note')} table={table}>
      <span id={hint} className="visually-hidden">
        {t('upgrade.timeline.keys')}
      </span>
      <div className="timeline-box" aria-busy={busy}>
        <Quarters axis={axis} />
        <ol className="timeline-rows">
          {steps.map((step, index) => {
            const { at, width } = spanOf(axis, step)
            return (
              <li key={step.step}>
                <span className="timeline-name">
                  <b className="nums">{index + 1}</b> {stepName(step.step)}
                </span>
                <span className="timeline-track">
                  {axis.quarters.slice(1).map((quarter) => (
                    <i
                      key={quarter.at}
                      className={quarter.quarter === 1 ? 'year' : ''}
                      style={{ insetInlineStart: percent(quarter.at) }}
                    />
                  ))}
                  {ends
                    .filter(({ programme }) => step.programmes.some((each) => each.programme === programme))
                    .map(({ programme, at: end }) => (
                      <i key={programme} className="end" style={{ insetInlineStart: percent(end) }} />
                    ))}
                  <button
                    type="button"
                    className={`timeline-bar bar-${index % 4} ${step.status}`}
                    style={{ insetInlineStart: percent(at), width: percent(width) }}
                    aria-describedby={hint}
                    aria-label={`${index + 1} ${stepName(step.step)}, ${monthsText(step.start, step.end, words)}`}
                    onClick={() => onOpen(step.step)}
                    onKeyDown={press(step)}
                  >
                    <span aria-hidden="true" className="nums">
                      {monthsText(step.start, step.end, words)}
                    </span>
                  </button>
                </span>
              </li>
            )
          })}
        </ol>
        {ends.length > 0 && (
          <ul className="timeline-ends">
            {ends.map(({ programme, day }) => (
              <li key={programme}>
                <i aria-hidden="true" />
                {t('upgrade.timeline.ends', { day: format.day(day), programme: programmeName(programme) })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </ChartCard>
  )
}

function Quarters({ axis }: { axis: Axis }) {
  const { t } = useWords()
  return (
    <div className="timeline-quarters nums" aria-hidden="true">
      {axis.quarters.map(({ year, quarter, at }, index) => (
        <span key={at} className={index === 0 || quarter === 1 ? 'year' : ''} style={{ insetInlineStart: percent(at) }}>
          {(index === 0 || quarter === 1) && <b>{t('upgrade.year', { year })} </b>}
          <span>{t('upgrade.quarterShort', { quarter })}</span>
        </span>
      ))}
    </div>
  )
}
