import { useMe } from '../../../api/session'
import { useWords } from '../../../i18n/i18n'
import type { UpgradeEditor } from '../useUpgrade'
import { Choice } from './Choice'

/** What a firm lets others see of its plan: its own people decide. */
export function Consent({ firm, editor }: { firm: string; editor: UpgradeEditor }) {
  const { t } = useWords()
  const { me } = useMe()
  const { consent, choose } = editor
  return (
    <section className="card path-consent no-print" aria-labelledby="upgrade-consent">
      <h2 id="upgrade-consent">{t('upgrade.consent.title')}</h2>
      {me?.firm === firm ? (
        <Choice
          editor={editor}
          label={t('upgrade.consent.planned')}
          checked={consent.planned}
          onChoose={(planned) => choose({ consent: { ...consent, planned } })}
        >
          <p>{t('upgrade.consent.plannedWhat')}</p>
          <p>{t('upgrade.consent.plannedWhen')}</p>
        </Choice>
      ) : (
        <p>
          {t(consent.planned ? 'upgrade.consent.yes' : 'upgrade.consent.no')}{' '}
          <span className="meta">{t('upgrade.consent.only')}</span>
        </p>
      )}
    </section>
  )
}
