import { useId } from 'react'
import type { UpgradeList } from '../../../upgrade/types'
import { useWords } from '../../../i18n/i18n'
import { LevelPicture } from './LevelPicture'

/** How things are made, by examples with a picture each; one of them is chosen. */
export function LevelChoice({
  levels,
  value,
  named,
  onChange,
}: {
  levels: UpgradeList['levels']
  value: number | undefined
  /** The id of the question's text. */
  named: string
  onChange: (level: number) => void
}) {
  const { text } = useWords()
  const name = useId()
  return (
    <div className="level-choice" role="radiogroup" aria-labelledby={named}>
      {levels.map(({ level, name: title, example }) => (
        <label key={level} className="level-card">
          <input type="radio" name={name} checked={level === value} onChange={() => onChange(level)} />
          <LevelPicture level={level} />
          <span>
            <b>
              {level} {text(title)}
            </b>
            <span className="meta">{text(example)}</span>
          </span>
        </label>
      ))}
    </div>
  )
}
