import { Check } from 'lucide-react'
import { useId, useState } from 'react'
import { useMe } from '../../../api/session'
import { useWords } from '../../../i18n/i18n'
import { ProblemNotice } from '../../../kit/Notice'
import type { UpgradeEditor } from '../useUpgrade'
import './consent.css'

/** What a firm lets others see of its plan: its own people decide, and what they decide holds at once. */
export function Consent({ firm, editor }: { firm: string; editor: UpgradeEditor }) {
  const { t } = useWords()
  const { me } = useMe()
  const { consent, consentTo, busy, saved, error } = editor
  const what = useId()
  // The tick stands as it was set while it is on its way.
  const [asked, setAsked] = useState<boolean>()
  const choose = async (planned: boolean) => {
    setAsked(planned)
    await consentTo({ ...consent, planned })
    setAsked(undefined)
  }
  return (
    <section className="card path-consent no-print" aria-labelledby="upgrade-consent">
      <h2 id="upgrade-consent">{t('upgrade.consent.title')}</h2>
      {me?.firm === firm ? (
        <>
          <label className="consent-choice">
            <input
              type="checkbox"
              aria-describedby={what}
              checked={asked ?? consent.planned}
              disabled={busy}
              onChange={(event) => void choose(event.target.checked)}
            />
            <span>{t('upgrade.consent.planned')}</span>
          </label>
          <div id={what} className="meta">
            <p>{t('upgrade.consent.plannedWhat')}</p>
            <p>{t('upgrade.consent.plannedWhen')}</p>
          </div>
          <span role="status" className="meta">
            {busy ? (
              t('saving')
            ) : saved ? (
              <>
                <Check size={14} strokeWidth={2.2} aria-hidden /> {t('saved')}
              </>
            ) : null}
          </span>
          <ProblemNotice error={error} />
        </>
      ) : (
        <p>
          {t(consent.planned ? 'upgrade.consent.yes' : 'upgrade.consent.no')}{' '}
          <span className="meta">{t('upgrade.consent.only')}</span>
        </p>
      )}
    </section>
  )
}
