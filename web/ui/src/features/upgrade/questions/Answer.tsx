import type { UpgradeAnswers, UpgradeList } from '../../../upgrade/types'
import { useWords } from '../../../i18n/i18n'
import { groupBy } from '../../../kit/order/groupBy'
import { LevelChoice } from './LevelChoice'
import { type Question, toggled } from './questions'

const longestText = 500

/** Where one question is answered. */
export function Answer({
  question,
  named,
  list,
  answers,
  onAnswer,
}: {
  question: Question
  /** The id of the question's text. */
  named: string
  list: UpgradeList
  answers: UpgradeAnswers
  onAnswer: (change: Partial<UpgradeAnswers>) => void
}) {
  const { t, text, format } = useWords()
  if (question.kind === 'makes')
    return (
      <textarea
        className="input"
        aria-labelledby={named}
        rows={3}
        maxLength={longestText}
        placeholder={t('upgrade.ask.makesExample')}
        value={answers.makes ?? ''}
        onChange={(event) => onAnswer({ makes: event.target.value })}
      />
    )
  if (question.kind === 'level')
    return (
      <LevelChoice levels={list.levels} value={answers.level} named={named} onChange={(level) => onAnswer({ level })} />
    )
  if (question.kind === 'symptoms')
    return (
      <div className="tick-cards" role="group" aria-labelledby={named}>
        {list.symptoms
          .filter(({ group }) => group === question.group.code)
          .map(({ code, name }) => (
            <Tick
              key={code}
              title={text(name)}
              on={answers.symptoms.includes(code)}
              onChange={(on) => onAnswer({ symptoms: toggled(answers.symptoms, code, on) })}
            />
          ))}
      </div>
    )
  const byDimension = groupBy(list.steps, ({ dimension }) => dimension)
  return (
    <div className="wanted-steps">
      {list.dimensions.map(({ code, name }) => (
        <fieldset key={code} className="field">
          <legend className="label">{text(name)}</legend>
          <div className="tick-cards">
            {(byDimension.get(code) ?? []).map((step) => (
              <Tick
                key={step.id}
                title={text(step.name)}
                note={t('upgrade.money.between', {
                  from: format.number(step.costLow, 0),
                  to: format.number(step.costHigh, 0),
                })}
                on={answers.wanted.includes(step.id)}
                onChange={(on) => onAnswer({ wanted: toggled(answers.wanted, step.id, on) })}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}

function Tick({
  title,
  note,
  on,
  onChange,
}: {
  title: string
  note?: string
  on: boolean
  onChange: (on: boolean) => void
}) {
  return (
    <label className="tick-card">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {title}
        {note && <span className="meta nums">{note}</span>}
      </span>
    </label>
  )
}
