import { Check } from 'lucide-react'
import { useId, useState } from 'react'
import { useMe } from '../../../api/session'
import { useWords } from '../../../i18n/i18n'
import { ProblemNotice } from '../../../kit/Notice'
import type { UpgradeEditor } from '../useUpgrade'
import './consent.css'

const parts = ['planned', 'district'] as const

/** What a firm lets others see of its plan: its own people decide, and what they decide holds at once. */
export function Consent({ firm, editor }: { firm: string; editor: UpgradeEditor }) {
  const { t } = useWords()
  const { me } = useMe()
  const { consent, consentTo, busy, saved, error } = editor
  const what = useId()
  // A tick stands as it was set while it is on its way.
  const [asked, setAsked] = useState<Partial<typeof consent>>({})
  const choose = async (change: Partial<typeof consent>) => {
    setAsked(change)
    await consentTo({ ...consent, ...change })
    setAsked({})
  }
  return (
    <section className="card path-consent no-print" aria-labelledby="upgrade-consent">
      <h2 id="upgrade-consent">{t('upgrade.consent.title')}</h2>
      {me?.firm === firm ? (
        <>
          {parts.map((part) => (
            <div key={part}>
              <label className="consent-choice">
                <input
                  type="checkbox"
                  aria-describedby={`${what}-${part}`}
                  checked={asked[part] ?? consent[part]}
                  disabled={busy}
                  onChange={(event) => void choose({ [part]: event.target.checked })}
                />
                <span>{t(`upgrade.consent.${part}`)}</span>
              </label>
              <div id={`${what}-${part}`} className="meta">
                <p>{t(`upgrade.consent.${part}What`)}</p>
                <p>{t(`upgrade.consent.${part}When`)}</p>
              </div>
            </div>
          ))}
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
        <>
          {parts.map((part) => (
            <p key={part}>{t(`upgrade.consent.${part}${consent[part] ? 'Yes' : 'No'}`)}</p>
          ))}
          <p className="meta">{t('upgrade.consent.only')}</p>
        </>
      )}
    </section>
  )
}
