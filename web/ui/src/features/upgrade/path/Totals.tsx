import type { ReactNode } from 'react'
import type { UpgradePath } from '../../../upgrade/types'
import { GrantBar } from '../../../funding/GrantBar'
import { useWords } from '../../../i18n/i18n'
import { grantsOf } from '../../../upgrade/grants'
import { usePathWords } from '../pathWords'

/** What the whole path costs, what programmes give at most, what is left to pay, and what it opens. */
export function Totals({
  path,
  before,
}: {
  path: UpgradePath
  /** What is kept, while it differs from the path. */
  before: UpgradePath | undefined
}) {
  const { t, format } = useWords()
  const { programmeName } = usePathWords()
  const { totals, steps } = path
  const grants = grantsOf(path).map((each) => ({ ...each, name: programmeName(each.programme) }))
  /** How far it is from what is kept; undefined: it is the same. */
  const change = (of: 'cost' | 'grants' | 'own') => {
    const by = before ? totals[of] - before.totals[of] : 0
    return by === 0 ? undefined : <Change by={by} />
  }
  const { met, metAfter, needs } = totals
  return (
    <section className="card path-totals" aria-label={t('upgrade.totals.label')}>
      <dl className="kpis" aria-live="polite">
        <Figure
          name={t('upgrade.totals.cost')}
          note={change('cost') ?? t('upgrade.totals.steps', { count: steps.length })}
        >
          {format.money(totals.cost)}
        </Figure>
        <Figure name={t('upgrade.totals.grants')} note={change('grants') ?? t('upgrade.totals.ceilings')} look="given">
          {format.money(totals.grants)}
        </Figure>
        <Figure name={t('upgrade.totals.own')} note={change('own') ?? t('upgrade.totals.least')}>
          {format.money(totals.own)}
        </Figure>
        <Figure name={t('upgrade.totals.needs')} note={t('upgrade.totals.all', { count: needs })}>
          {format.number(met, 0)} <span aria-hidden="true">→</span>
          <span className="visually-hidden">{t('upgrade.totals.after')}</span> {format.number(metAfter, 0)}
        </Figure>
      </dl>
      {totals.cost > 0 && <GrantBar cost={totals.cost} grants={grants} />}
    </section>
  )
}

function Figure({
  name,
  note,
  look = '',
  children,
}: {
  name: string
  note: ReactNode
  look?: 'given' | ''
  children: ReactNode
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={`nums ${look}`}>
        {children} <span className="meta">{note}</span>
      </dd>
    </div>
  )
}

/** What another plan adds or takes away. */
function Change({ by }: { by: number }) {
  const { format } = useWords()
  return (
    <span className="path-change">
      <span aria-hidden="true">{by > 0 ? '▲' : '▼'}</span>
      <span className="visually-hidden">{by > 0 ? '+' : '−'}</span> {format.money(Math.abs(by))}
    </span>
  )
}
