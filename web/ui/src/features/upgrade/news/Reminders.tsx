import { useWords } from '../../../i18n/i18n'
import { Choices } from '../consent/Choices'
import type { UpgradeEditor } from '../useUpgrade'

/** Whether a firm's people are told what changes for the steps that it keeps. */
export function Reminders({ editor }: { editor: UpgradeEditor }) {
  const { t } = useWords()
  return (
    <section className="card path-consent no-print" aria-labelledby="upgrade-tell">
      <h2 id="upgrade-tell">{t('upgrade.tell.title')}</h2>
      <Choices
        editor={editor}
        choices={[
          {
            id: 'tell',
            label: t('upgrade.tell.ask'),
            what: [t('upgrade.tell.what'), t('upgrade.tell.ahead')],
            checked: editor.tell,
            choose: (tell) => editor.choose({ tell }),
          },
        ]}
      />
    </section>
  )
}
