import { type Count, counts, flags, industries, put, type Said } from '../../../funding/programmes'
import { useWords } from '../../../i18n/i18n'
import { DayField } from '../../../kit/days/DayField'
import { Button } from '../../../kit/Button'
import { SelectField } from '../../../kit/fields/Field'
import { WholeField } from '../../../kit/fields/WholeField'
import { ProjectRows } from './ProjectRows'
import { AcceleratorFacts } from './AcceleratorFacts'
import { TalentRows } from './TalentRows'
import { YesNo } from './YesNo'

/** The questions whose answers can still change something, and those that were answered. */
export function FactsForm({ said, asks, onSay }: { said: Said; asks: string[]; onSay: (said: Said) => void }) {
  const { t } = useWords()
  const shows = (name: string, known: boolean) => known || asks.includes(name)
  return (
    <form
      className="card programme-facts"
      aria-label={t('programmes.questions')}
      onSubmit={(event) => event.preventDefault()}
    >
      <h2>{t('programmes.questions')}</h2>
      <p className="meta">{t('programmes.onlyWhatMatters')}</p>
      <DayField label={t('programmes.on')} required value={said.on} onChange={(day) => onSay({ ...said, on: day })} />
      {flags
        .filter((flag) => shows(flag, said.flags[flag] !== undefined))
        .map((flag) => (
          <YesNo key={flag} flag={flag} said={said} onSay={onSay} />
        ))}
      {shows('strategicIndustry', said.industry !== undefined) && (
        <SelectField
          label={t('programmes.fact.strategicIndustry')}
          value={said.industry ?? ''}
          options={[
            { value: '', label: t('programmes.notSaid') },
            ...industries.map((value) => ({ value, label: t(`programmes.industry.${value}`) })),
          ]}
          onChange={(event) => onSay(put(said, 'industry', (event.target.value as typeof said.industry) || undefined))}
        />
      )}
      <ProjectRows said={said} onSay={onSay} />
      {numbers(['liveNifsProjects', 'previousNiasProjects', 'previousNiasGrants'])}
      <TalentRows said={said} onSay={onSay} />
      {numbers(['talentsAtOnce', 'trainingCosts', 'trainingGrantsThisYear'])}
      <AcceleratorFacts said={said} onSay={onSay} />
      <Button onClick={() => onSay({ on: said.on, flags: {}, counts: {} })}>{t('programmes.clear')}</Button>
    </form>
  )

  // No component of its own, because one that is made anew with each answer would lose the focus.
  function numbers(names: Count[]) {
    return counts
      .filter((count) => names.includes(count) && shows(count, said.counts[count] !== undefined))
      .map((count) => (
        <WholeField
          key={count}
          label={t(`programmes.fact.${count}`)}
          value={said.counts[count]}
          onChange={(value) => onSay({ ...said, counts: put(said.counts, count, value) })}
        />
      ))
  }
}
