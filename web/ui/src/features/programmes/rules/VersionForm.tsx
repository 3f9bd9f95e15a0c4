import type { RuleVersion } from '../../../api/programmes'
import { useWords } from '../../../i18n/i18n'
import { DayField } from '../../../kit/days/DayField'
import { Button } from '../../../kit/Button'
import { SelectField, TextField } from '../../../kit/fields/Field'
import { WholeField } from '../../../kit/fields/WholeField'
import { limitsOf, needable } from './rules'

/** One version of a rule: its days, its numbers, what it needs, and where that is said. */
export function VersionForm({
  version,
  shape,
  errors,
  number,
  onChange,
  onRemove,
}: {
  version: RuleVersion
  shape: string
  errors: Record<string, string[]>
  number: number
  onChange: (version: RuleVersion) => void
  onRemove?: () => void
}) {
  const { t } = useWords()
  const put = <K extends keyof RuleVersion>(name: K, value: RuleVersion[K] | undefined) => {
    const entries = Object.entries(version).filter(([key]) => key !== name)
    onChange(Object.fromEntries(value === undefined ? entries : [...entries, [name, value]]) as unknown as RuleVersion)
  }
  const isShare = shape === 'matchingGrant' || shape === 'training' || shape === 'accelerator'
  return (
    <fieldset className="card programme-rows">
      <legend className="visually-hidden">{t('programmes.edit.version', { number })}</legend>
      <div className="programme-fields">
        <DayField
          label={t('programmes.edit.from')}
          required
          value={version.from}
          errors={errors.from}
          onChange={(day) => put('from', day)}
        />
        <DayField
          label={t('programmes.edit.to')}
          value={version.to ?? ''}
          errors={errors.to}
          onChange={(day) => put('to', day || undefined)}
        />
        {isShare &&
          (['government', 'applicant'] as const).map((name) => (
            <WholeField
              key={name}
              label={t(`programmes.number.${name}`)}
              value={version[name]}
              errors={errors[name]}
              onChange={(value) => put(name, value ?? 0)}
            />
          ))}
        {(limitsOf[shape] ?? []).map((name) => (
          <WholeField
            key={name}
            label={t(`programmes.number.${name}`)}
            value={version[name]}
            errors={errors[name]}
            onChange={(value) => put(name, value)}
          />
        ))}
        {version.salaries.map((salary, index) => (
          <WholeField
            key={index}
            label={`${t('programmes.number.salary')} (${t(`programmes.degree.${['bachelor', 'master', 'doctor'][index]}`)})`}
            value={salary}
            errors={errors[`salaries[${index}]`]}
            onChange={(value) =>
              put(
                'salaries',
                version.salaries.map((salary, at) => (at === index ? (value ?? 0) : salary)),
              )
            }
          />
        ))}
        {needable.map((fact) => (
          <Need key={fact} fact={fact} version={version} onChange={(needs) => put('needs', needs)} />
        ))}
        <TextField
          label={t('programmes.source')}
          value={version.source}
          errors={errors.source}
          onChange={(event) => put('source', event.target.value)}
        />
        {version.daysSource !== undefined && (
          <TextField
            label={t('programmes.daysSource')}
            value={version.daysSource}
            errors={errors.daysSource}
            onChange={(event) => put('daysSource', event.target.value)}
          />
        )}
      </div>
      {onRemove && (
        <Button look="small" onClick={onRemove}>
          {t('programmes.remove')}
        </Button>
      )}
    </fieldset>
  )
}

function Need({
  fact,
  version,
  onChange,
}: {
  fact: string
  version: RuleVersion
  onChange: (needs: RuleVersion['needs']) => void
}) {
  const { t } = useWords()
  const need = version.needs.find((asked) => asked.fact === fact)
  const industry = fact === 'strategicIndustry'
  const options = [
    { value: '', label: t('programmes.edit.notAsked') },
    { value: 'yes', label: industry ? t('programmes.strategic') : t('yes') },
    ...(industry ? [] : [{ value: 'no', label: t('no') }]),
  ]
  return (
    <SelectField
      label={t(`programmes.fact.${fact}`)}
      value={need ? (need.yes ? 'yes' : 'no') : ''}
      options={options}
      onChange={({ target: { value } }) => {
        const others = version.needs.filter((asked) => asked.fact !== fact)
        onChange(
          value === '' ? others : [...others, { fact, yes: value === 'yes', source: need?.source ?? version.source }],
        )
      }}
    />
  )
}
