import { Link } from 'wouter'
import type { PathStep } from '../../../upgrade/types'
import { useWords } from '../../../i18n/i18n'
import { usePathWords } from '../pathWords'

/** Who pays for a step in the best plan and how much at most, who else might, and where no rule is known to us. */
export function WhoPays({ step, training }: { step: PathStep; training: readonly string[] }) {
  const { t, format } = useWords()
  const { programmeName, rulesOf } = usePathWords()
  const hasRule = (programme: string) => rulesOf(programme).length > 0
  const { funding, programmes } = step
  const others = programmes.filter(({ programme }) => programme !== funding?.programme)
  const end = programmes.find(({ programme }) => programme === funding?.programme)?.to
  const link = (programme: string) => <Link href={`/programmes/${programme}`}>{programmeName(programme)}</Link>
  return (
    <div className="who-pays">
      {funding ? (
        <>
          <p className="who-pays-best">
            {link(funding.programme)}{' '}
            <b className="nums">{t('programmes.upTo', { amount: format.money(funding.amount) })}</b>
          </p>
          {end && <p className="warned">{t('upgrade.card.before', { day: format.day(end) })}</p>}
        </>
      ) : (
        <p>{t(programmes.length > 0 ? 'upgrade.card.paysSelf' : 'upgrade.card.paysNobody')}</p>
      )}
      <ul className="meta">
        {others.map(({ programme, amount }) => (
          <li key={programme}>
            {!amount ? (
              <>
                {link(programme)}:{' '}
                <span className="step-unknown">
                  {t(
                    amount === 0
                      ? 'upgrade.card.nothing'
                      : hasRule(programme)
                        ? 'upgrade.card.notOpen'
                        : 'upgrade.card.noRule',
                  )}
                </span>
              </>
            ) : (
              <>
                {t('upgrade.card.instead')} {link(programme)}{' '}
                <span className="nums">{t('programmes.upTo', { amount: format.money(amount) })}</span>
              </>
            )}
          </li>
        ))}
        {training
          .filter((programme) => !programmes.some((each) => each.programme === programme))
          .map((programme) => (
            <li key={programme}>
              {t('upgrade.card.training')} {link(programme)}
            </li>
          ))}
      </ul>
    </div>
  )
}
