import { useSchema } from '../api/boards'
import type { Waiver } from '../api/types'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { DayField } from '../kit/days/DayField'
import { SelectField, TextField } from '../kit/fields/Field'
import './uses.css'

/** The waivers of a building or a space, one line each. */
export function WaiverFields({
  waivers = [],
  errors,
  ofSpace,
  onChange,
}: {
  waivers: Waiver[] | undefined
  /** By path, such as `waivers[0].to`. */
  errors: Record<string, string[]>
  ofSpace?: true
  /** undefined: none. */
  onChange: (waivers: Waiver[] | undefined) => void
}) {
  const { t } = useWords()
  const put = (next: Waiver[]) => onChange(next.length ? next : undefined)
  const change = (index: number, part: Partial<Waiver>) =>
    put(waivers.map((waiver, at) => (at === index ? withoutEmpty({ ...waiver, ...part }) : waiver)))
  return (
    <fieldset className="card group waivers">
      <legend className="visually-hidden">{t('waivers.title')}</legend>
      <h3>{t('waivers.title')}</h3>
      <p className="meta">
        {t('waivers.hint')} {ofSpace && t('waivers.ofBuilding')}
      </p>
      {waivers.length === 0 && <p className="meta">{t('waivers.none')}</p>}
      {waivers.map((waiver, index) => (
        <WaiverLine
          key={index}
          waiver={waiver}
          errorsOf={(field) => errors[`waivers[${index}].${field}`]}
          onChange={(part) => change(index, part)}
          onRemove={() => put(waivers.filter((_, at) => at !== index))}
        />
      ))}
      <p>
        <Button onClick={() => put([...waivers, { use: '', from: '' }])}>{t('waivers.add')}</Button>
      </p>
    </fieldset>
  )
}

function WaiverLine({
  waiver,
  errorsOf,
  onChange,
  onRemove,
}: {
  waiver: Waiver
  errorsOf: (field: 'use' | 'from' | 'to' | 'reference') => string[] | undefined
  onChange: (part: Partial<Waiver>) => void
  onRemove: () => void
}) {
  const { t, text } = useWords()
  const uses = useSchema('sites').byCode.get('uses')?.values ?? []
  return (
    <div className="waiver grid">
      <SelectField
        label={t('waivers.use')}
        value={waiver.use}
        errors={errorsOf('use')}
        options={[{ value: '', label: '–' }, ...uses.map(({ code, label }) => ({ value: code, label: text(label) }))]}
        onChange={(event) => onChange({ use: event.target.value })}
      />
      <DayField
        label={t('waivers.from')}
        value={waiver.from}
        errors={errorsOf('from')}
        onChange={(from) => onChange({ from })}
      />
      <DayField
        label={t('waivers.to')}
        value={waiver.to ?? ''}
        errors={errorsOf('to')}
        onChange={(to) => onChange({ to })}
      />
      <TextField
        label={t('waivers.reference')}
        value={waiver.reference ?? ''}
        errors={errorsOf('reference')}
        onChange={(event) => onChange({ reference: event.target.value })}
      />
      <Button onClick={onRemove}>{t('waivers.remove')}</Button>
    </div>
  )
}

// The contract knows no empty texts; an unfinished first day stays, so that the server names it.
const withoutEmpty = ({ use, from, to, reference }: Waiver): Waiver => ({
  use,
  from,
  ...(to && { to }),
  ...(reference && { reference }),
})
