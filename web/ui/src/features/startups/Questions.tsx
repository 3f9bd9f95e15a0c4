import { useSchema } from '../../api/boards'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { DayField } from '../../kit/days/DayField'
import { CheckBox, Segments, SelectField } from '../../kit/fields/Field'
import { CodesField } from './CodesField'
import { answered, type Answers, needs, stages, toggled } from './startUps'

/** What a start-up does, how far it is, and what it needs. Nothing has to be answered. */
export function Questions({
  on,
  answers,
  onDay,
  onAnswer,
}: {
  on: string
  answers: Answers
  onDay: (day: string) => void
  onAnswer: (answers: Answers) => void
}) {
  const { t, text } = useWords()
  const industries = useSchema('opportunities').byCode.get('industry')?.values ?? []
  const fields = useSchema('research').byCode.get('fields')?.values ?? []
  const capabilities = useSchema('partners').byCode.get('capabilities')?.values ?? []
  const put = <Name extends keyof Answers>(name: Name, value: Answers[Name] | undefined) =>
    onAnswer(answered(answers, name, value))
  const notSaid = { value: '', label: t('programmes.notSaid') }
  const yesNo = (name: 'incorporatedInHongKong' | 'university') => (
    <Segments
      label={t(`startUps.ask.${name}`)}
      options={[{ value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }, notSaid]}
      value={answers[name] === undefined ? '' : answers[name] ? 'yes' : 'no'}
      onChange={(value) => put(name, value === '' ? undefined : value === 'yes')}
    />
  )
  return (
    <form
      className="card programme-facts"
      aria-label={t('startUps.questions')}
      onSubmit={(event) => event.preventDefault()}
    >
      <h2>{t('startUps.questions')}</h2>
      <p className="meta">{t('startUps.optional')}</p>
      <SelectField
        label={t('startUps.ask.industry')}
        value={answers.industry ?? ''}
        options={[notSaid, ...industries.map(({ code, label }) => ({ value: code, label: text(label) }))]}
        onChange={(event) => put('industry', event.target.value)}
      />
      <SelectField
        label={t('startUps.ask.stage')}
        value={answers.stage ?? ''}
        options={[notSaid, ...stages.map((value) => ({ value, label: t(`startUps.stage.${value}`) }))]}
        onChange={(event) => put('stage', (event.target.value as Answers['stage']) || undefined)}
      />
      <fieldset className="field">
        <legend className="label">{t('startUps.ask.needs')}</legend>
        {needs.map((need) => (
          <CheckBox
            key={need}
            label={t(`startUps.need.${need}`)}
            checked={answers.needs?.includes(need) ?? false}
            onChange={(event) => put('needs', toggled(needs, answers.needs ?? [], need, event.target.checked))}
          />
        ))}
      </fieldset>
      {yesNo('incorporatedInHongKong')}
      <DayField
        label={t('startUps.ask.founded')}
        value={answers.founded ?? ''}
        onChange={(day) => put('founded', day || undefined)}
      />
      {yesNo('university')}
      <CodesField
        label={t('startUps.ask.fields')}
        items={fields}
        value={answers.fields ?? []}
        onChange={(codes) => put('fields', codes)}
      />
      <CodesField
        label={t('startUps.ask.seeks')}
        items={capabilities}
        value={answers.seeks ?? []}
        onChange={(codes) => put('seeks', codes)}
      />
      <CodesField
        label={t('startUps.ask.offers')}
        items={capabilities}
        value={answers.offers ?? []}
        onChange={(codes) => put('offers', codes)}
      />
      <DayField label={t('startUps.ask.on')} required value={on} onChange={onDay} />
      <Button onClick={() => onAnswer({})}>{t('programmes.clear')}</Button>
    </form>
  )
}
