import { Check } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useWords } from '../../../i18n/i18n'
import { ProblemNotice } from '../../../kit/Notice'
import type { UpgradeEditor } from '../useUpgrade'
import './consent.css'

/** One thing that a firm chooses of its path; what it chooses holds at once. */
export function Choice({
  editor,
  label,
  checked,
  onChoose,
  children,
}: {
  editor: UpgradeEditor
  label: string
  checked: boolean
  onChoose: (checked: boolean) => Promise<void>
  /** What follows from it. */
  children: ReactNode
}) {
  const { t } = useWords()
  const { busy, saved, error } = editor
  const what = useId()
  // The tick stands as it was set while it is on its way.
  const [asked, setAsked] = useState<boolean>()
  const [isChosen, setChosen] = useState(false)
  const choose = async (next: boolean) => {
    setAsked(next)
    setChosen(true)
    await onChoose(next)
    setAsked(undefined)
  }
  return (
    <>
      <label className="consent-choice">
        <input
          type="checkbox"
          aria-describedby={what}
          checked={asked ?? checked}
          disabled={busy}
          onChange={(event) => void choose(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      <div id={what} className="meta">
        {children}
      </div>
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
