import { useMe } from '../../../api/session'
import { useWords } from '../../../i18n/i18n'
import type { UpgradeEditor } from '../useUpgrade'
import { Choices } from './Choices'

const parts = ['planned', 'district'] as const

/** What a firm lets others see of its plan: its own people decide, and what they decide holds at once. */
export function Consent({ firm, editor }: { firm: string; editor: UpgradeEditor }) {
  const { t } = useWords()
  const { me } = useMe()
  const { consent, choose } = editor
  return (
    <section className="card path-consent no-print" aria-labelledby="upgrade-consent">
      <h2 id="upgrade-consent">{t('upgrade.consent.title')}</h2>
      {me?.firm === firm ? (
        <Choices
          editor={editor}
          choices={parts.map((part) => ({
            id: part,
            label: t(`upgrade.consent.${part}`),
            what: [t(`upgrade.consent.${part}What`), t(`upgrade.consent.${part}When`)],
            checked: consent[part],
            choose: (checked) => choose({ consent: { ...consent, [part]: checked } }),
          }))}
        />
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
