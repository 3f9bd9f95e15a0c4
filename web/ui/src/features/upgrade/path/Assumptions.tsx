import { Link } from 'wouter'
import type { UpgradePath } from '../../../upgrade/types'
import { useWords } from '../../../i18n/i18n'
import { usePathWords } from '../pathWords'

/** What the figures rest on: our ranges, the rules of programmes with their sources, and what they do not say. */
export function Assumptions({ firm, path }: { firm: string; path: UpgradePath }) {
  const { t, format } = useWords()
  const { stepName, stepOf, programmeName, rulesOf, sourceOf } = usePathWords()
  const named = [...new Set(path.steps.flatMap(({ programmes }) => programmes.map(({ programme }) => programme)))]
  const rules = named.flatMap((programme) =>
    rulesOf(programme)
      .filter(({ to }) => !to || to >= path.on)
      .map((rule) => ({ programme, ...rule })),
  )
  return (
    <section className="card path-basis" aria-labelledby="upgrade-basis">
      <h2 id="upgrade-basis">{t('upgrade.basis.title')}</h2>
      <ul>
        <li>{t('upgrade.basis.asOf', { day: format.day(path.on) })}</li>
        <li>{t('programmes.ceilings')}</li>
        <li>{t('upgrade.basis.best')}</li>
        <li>
          {t('upgrade.basis.facts')} <Link href={`/firms/${firm}/programmes`}>{t('upgrade.basis.tell')}</Link>
        </li>
        <li>{t('upgrade.basis.paid')}</li>
        <li>{t('upgrade.basis.needs')}</li>
        {path.steps
          .filter(({ costAssumed, monthsAssumed }) => costAssumed || monthsAssumed)
          .map(({ step }) => {
            const info = stepOf(step)
            return (
              info && (
                <li key={step} className="nums">
                  {t('upgrade.basis.range', {
                    step: stepName(step),
                    from: format.number(info.costLow, 0),
                    to: format.number(info.costHigh, 0),
                    least: info.monthsLow,
                    most: info.monthsHigh,
                  })}
                </li>
              )
            )
          })}
        {rules.map(({ programme, from, to, government, applicant, capPerProject, cap, source }) => {
          const found = sourceOf(source)
          const most = capPerProject ?? cap
          return (
            <li key={`${programme} ${from}`} className="nums">
              {t(
                `upgrade.basis.${most === undefined ? 'rate' : capPerProject === undefined ? 'rateUpTo' : 'rateEach'}`,
                {
                  programme: programmeName(programme),
                  government,
                  applicant,
                  cap: most === undefined ? '' : format.number(most, 0),
                },
              )}{' '}
              {to
                ? t('programmes.fromTo', { from: format.day(from), to: format.day(to) })
                : t('programmes.since', { from: format.day(from) })}{' '}
              {found?.address ? (
                <a href={found.address} rel="noreferrer" target="_blank">
                  {found.title}
                </a>
              ) : (
                (found?.title ?? source)
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
