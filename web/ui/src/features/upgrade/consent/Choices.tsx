import { Check } from 'lucide-react'
import { useId, useState } from 'react'
import { useWords } from '../../../i18n/i18n'
import { ProblemNotice } from '../../../kit/Notice'
import type { UpgradeEditor } from '../useUpgrade'
import './consent.css'

/** One thing that a firm chooses of its path. */
export interface Choice {
  id: string
  label: string
  /** What follows from it, in paragraphs. */
  what: string[]
  checked: boolean
  choose: (checked: boolean) => Promise<void>
}

/** What a firm chooses of its path: each holds at once, and one line says that it is kept. */
export function Choices({ editor, choices }: { editor: UpgradeEditor; choices: Choice[] }) {
  const { t } = useWords()
  const { busy, saved, error } = editor
  const ids = useId()
  // A tick stands as it was set while it is on its way.
  const [asked, setAsked] = useState<{ id: string; checked: boolean }>()
  const [isChosen, setChosen] = useState(false)
  const press = async ({ id, choose }: Choice, checked: boolean) => {
    setAsked({ id, checked })
    setChosen(true)
    await choose(checked)
    setAsked(undefined)
  }
  return (
    <>
      {choices.map((choice) => {
        const what = `${ids}-${choice.id}`
        return (
          <div key={choice.id}>
            <label className="consent-choice">
              <input
                type="checkbox"
                aria-describedby={what}
                checked={asked?.id === choice.id ? asked.checked : choice.checked}
                disabled={busy}
                onChange={(event) => void press(choice, event.target.checked)}
              />
              <span>{choice.label}</span>
            </label>
            <div id={what} className="meta">
              {choice.what.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </div>
          </div>
        )
      })}
      <span role="status" className="meta">
        {isChosen && busy ? (
          t('saving')
        ) : isChosen && saved ? (
          <>
            <Check size={14} strokeWidth={2.2} aria-hidden /> {t('saved')}
          </>
        ) : null}
      </span>
      {isChosen && <ProblemNotice error={error} />}
    </>
  )
}
