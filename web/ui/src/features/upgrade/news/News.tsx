import { useWords } from '../../../i18n/i18n'
import type { StepPayer, UpgradeNews } from '../../../upgrade/types'
import { usePathWords } from '../pathWords'
import './news.css'

/** What a firm was told of its path: the latest in full, what came before it on demand. */
export function News({ items }: { items: readonly UpgradeNews[] }) {
  const { t } = useWords()
  const [latest, ...earlier] = items
  return (
    // It is there before the first news, so that they are read out when they come.
    <div role="status">
      {latest && (
        <section className="card upgrade-news" aria-labelledby="upgrade-news">
          <h2 id="upgrade-news">{t('upgrade.tell.news')}</h2>
          <Told news={latest} />
          {earlier.length > 0 && (
            <details>
              <summary>{t('upgrade.tell.earlier', { count: earlier.length })}</summary>
              {earlier.map((news, index) => (
                <Told key={earlier.length - index} news={news} />
              ))}
            </details>
          )}
        </section>
      )}
    </div>
  )
}

function Told({ news }: { news: UpgradeNews }) {
  const { t, format } = useWords()
  const { stepName, programmeName } = usePathWords()
  return (
    <div>
      <p className="meta">{format.day(news.on)}</p>
      <ul>
        {news.changes.map(({ step, before, now }) => (
          <li key={step}>
            <b>{stepName(step)}</b>
            <p>{t('upgrade.tell.before', { payer: payerText(before) })}</p>
            <p>{t('upgrade.tell.now', { payer: payerText(now) })}</p>
          </li>
        ))}
        {news.closing.map(({ step, programme, lastDay }) => (
          <li key={`${step} ${programme}`}>
            <b>{stepName(step)}</b>
            <p>{t('upgrade.tell.closes', { programme: programmeName(programme), day: format.day(lastDay) })}</p>
          </li>
        ))}
      </ul>
    </div>
  )

  function payerText(payer: StepPayer | undefined) {
    if (!payer) return t('upgrade.tell.self')
    const amount = t('programmes.upTo', { amount: format.money(payer.amount) })
    const parts = { programme: programmeName(payer.programme), amount }
    return payer.until
      ? t('upgrade.tell.payerUntil', { ...parts, day: format.day(payer.until) })
      : t('upgrade.tell.payer', parts)
  }
}
