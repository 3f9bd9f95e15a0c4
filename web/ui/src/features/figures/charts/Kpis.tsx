import { useWords } from '../../../i18n/i18n'
import type { Asked, Period } from '../figures'
import { Count } from './Count'

/** The headline figures, each with what it was in the period before and the difference in words. */
export function Kpis({ now, before, asked }: { now: Period; before: Period; asked: Asked }) {
  const { t, format } = useWords()
  const counts = ['open', 'reached:introduced', 'succeeded', 'over45'] as const
  const median = (period: Period) => period.medianDays['step:toIntroduced']
  const [days, daysBefore] = [median(now), median(before)]
  const sums = ['jobs', 'floorArea', 'investment'] as const
  const text = (name: (typeof sums)[number], value: number) =>
    name === 'investment' ? format.money(value) : format.quantity(value, name === 'jobs' ? 'count' : 'm2')
  return (
    <dl className="card kpis figures-kpis">
      {counts.map((figure) => {
        const [count, was] = [now.counts[figure] ?? 0, before.counts[figure] ?? 0]
        return (
          <div key={figure}>
            <dt>{t(`figures.kpi.${figure.replace('reached:', '')}`)}</dt>
            <dd className="nums">
              <Count figure={figure} count={count} asked={asked} /> <Change by={count - was} was={format.number(was)} />
            </dd>
          </div>
        )
      })}
      <div>
        <dt>{t('figures.kpi.toIntroduced')}</dt>
        <dd className="nums">
          {days === undefined ? '–' : t('figures.workingDays', { count: format.number(days, 1) })}{' '}
          <span className="meta">
            {days !== undefined && daysBefore !== undefined && <b>{faster(days - daysBefore)} </b>}
            {t('figures.was', { count: daysBefore === undefined ? '–' : format.number(daysBefore, 1) })}
          </span>
        </dd>
      </div>
      {sums.map((name) => (
        <div key={name}>
          <dt>{t(`figures.landed.${name}`)}</dt>
          <dd className="nums">
            {(now.counts[`landed:${name}`] ?? 0) > 0 ? text(name, now.landed[name]) : '–'}{' '}
            <span className="meta">
              {(now.counts[`landed:${name}`] ?? 0) > 0 && (
                <>
                  {t('figures.landed.from')}{' '}
                  <Count figure={`landed:${name}`} count={now.counts[`landed:${name}`]} asked={asked} />
                  {' · '}
                </>
              )}
              {t('figures.was', {
                count: (before.counts[`landed:${name}`] ?? 0) > 0 ? text(name, before.landed[name]) : '–',
              })}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )

  function faster(by: number) {
    return by === 0
      ? t('figures.same')
      : t(by < 0 ? 'figures.faster' : 'figures.slower', { count: format.number(Math.abs(by), 1) })
  }
}

/** How much more or less than in the period before. */
function Change({ by, was }: { by: number; was: string }) {
  const { t, format } = useWords()
  const difference =
    by === 0 ? t('figures.same') : t(by > 0 ? 'figures.more' : 'figures.fewer', { count: format.number(Math.abs(by)) })
  return (
    <span className="meta">
      <b>{difference}</b> {t('figures.was', { count: was })}
    </span>
  )
}
