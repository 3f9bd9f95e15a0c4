import type { Degree, TalentScheme } from '../../../api/programmes'
import { degrees, type Said, type Talents } from '../../../funding/programmes'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { SelectField } from '../../../kit/fields/Field'
import { WholeField } from '../../../kit/fields/WholeField'

/** Research talents, those who are alike together. */
export function TalentRows({ said, onSay }: { said: Said; onSay: (said: Said) => void }) {
  const { t } = useWords()
  const rows = said.talents ?? []
  const set = (talents: Talents[]) => onSay({ ...said, talents })
  const change = (index: number, part: Partial<Talents>) =>
    set(rows.map((row, at) => (at === index ? { ...row, ...part } : row)))
  return (
    <fieldset className="programme-rows">
      <legend className="label">{t('programmes.fact.researchTalents')}</legend>
      {rows.map((row, index) => (
        <div
          key={index}
          className="programme-row talents"
          role="group"
          aria-label={t('programmes.talents', { number: index + 1 })}
        >
          <SelectField
            label={t('programmes.scheme')}
            value={row.scheme}
            options={(['rth', 'rth-nias'] as const).map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={(event) => change(index, { scheme: event.target.value as TalentScheme })}
          />
          <SelectField
            label={t('programmes.degreeOf')}
            value={row.degree}
            options={degrees.map((value) => ({ value, label: t(`programmes.degree.${value}`) }))}
            onChange={(event) => change(index, { degree: event.target.value as Degree })}
          />
          <WholeField
            label={t('programmes.people')}
            value={row.count}
            onChange={(count) => change(index, { count: count ?? 0 })}
          />
          <WholeField
            label={t('programmes.monthsEach')}
            value={row.months}
            onChange={(months) => change(index, { months: Math.max(1, months ?? 1) })}
          />
          <Button look="small" onClick={() => set(rows.filter((_, at) => at !== index))}>
            {t('programmes.remove')}
          </Button>
        </div>
      ))}
      <Button look="small" onClick={() => set([...rows, { scheme: 'rth', degree: 'doctor', count: 1, months: 36 }])}>
        {t('programmes.addTalents')}
      </Button>
    </fieldset>
  )
}
