import { useWords } from '../../../i18n/i18n'
import { Choice } from '../consent/Choice'
import type { UpgradeEditor } from '../useUpgrade'

/** Whether a firm's people are told what changes for the steps that it keeps. */
export function Reminders({ editor }: { editor: UpgradeEditor }) {
  const { t } = useWords()
  return (
    <section className="card path-consent no-print" aria-labelledby="upgrade-tell">
      <h2 id="upgrade-tell">{t('upgrade.tell.title')}</h2>
      <Choice
        editor={editor}
        label={t('upgrade.tell.ask')}
        checked={editor.tell}
        onChoose={(tell) => editor.choose({ tell })}
      >
        <p>{t('upgrade.tell.what')}</p>
        <p>{t('upgrade.tell.ahead')}</p>
      </Choice>
    </section>
  )
}
