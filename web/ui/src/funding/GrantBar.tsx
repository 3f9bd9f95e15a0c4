import { useWords } from '../i18n/i18n'
import './funding.css'

/** What is left to pay of a cost and what each programme gives, the most first, as one bar with its legend. */
export function GrantBar({
  cost,
  grants,
}: {
  /** Above 0. */
  cost: number
  grants: readonly { programme: string; name: string; grant: number }[]
}) {
  const { t, format } = useWords()
  const percent = (amount: number) => `${format.number((100 * amount) / cost, 1)}%`
  const own = cost - grants.reduce((sum, { grant }) => sum + grant, 0)
  return (
    <>
      <div
        className="package-bar"
        role="img"
        aria-label={[
          t('programmes.share', { name: t('programmes.own'), amount: format.money(own), percent: percent(own) }),
          ...grants.map(({ name, grant }) =>
            t('programmes.share', { name, amount: format.money(grant), percent: percent(grant) }),
          ),
        ].join(' ')}
      >
        <Part name={t('programmes.own')} amount={own} cost={cost} look="package-own" />
        {grants.map(({ programme, name, grant }, index) => (
          <Part key={programme} name={name} amount={grant} cost={cost} look={lookOf(index)} />
        ))}
      </div>
      <ul className="package-legend nums">
        <li>
          <i className="package-own" aria-hidden="true" /> {t('programmes.own')} <b>{format.money(own)}</b>
        </li>
        {grants.map(({ programme, name, grant }, index) => (
          <li key={programme}>
            <i className={lookOf(index)} aria-hidden="true" /> {name} <b>{format.money(grant)}</b>
          </li>
        ))}
      </ul>
    </>
  )
}

/** One hue, the darkest for the most. */
const lookOf = (index: number) => `score-${Math.max(1, 5 - index)}`

/** One part of the bar; where it is too narrow for words, the list below says them. */
function Part({ name, amount, cost, look }: { name: string; amount: number; cost: number; look: string }) {
  const { format } = useWords()
  const share = amount / cost
  return (
    <span className={look} style={{ flexGrow: share }} aria-hidden="true">
      {share > 0.24 && (
        <>
          <small>{name}</small>
          <b className="nums">{format.number(100 * share, 1)}%</b>
        </>
      )}
    </span>
  )
}
