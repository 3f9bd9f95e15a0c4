import type { Criterion, Machine, Named } from '../api/types'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { CheckBox, SelectField, TextField } from '../kit/fields/Field'
import { withOperand } from '../requirement/draft'
import library from '../../../../grains/Matchmaker.Matching/Paths/machines.json'
import './path.css'

const typical = library as unknown as { id: string; name: Named; machine: Machine }[]
const own = 'own'
const mostMachines = 20

/** Which machines have to get in: from a library of typical ones, or measured by hand. */
export function MachinePicker({
  criterion,
  errors,
  onChange,
}: {
  criterion: Criterion
  errors: Record<string, string[]>
  onChange: (next: Criterion) => void
}) {
  const { t, text } = useWords()
  const machines = criterion.machines ?? []
  const put = (next: Machine[]) => {
    onChange(withOperand(criterion, 'machines', next.length ? next : undefined))
  }
  const add = (id: string) => {
    const known = typical.find((one) => one.id === id)
    put([
      ...machines,
      known ? { name: text(known.name), ...known.machine } : { mass: 1000, length: 1, width: 1, height: 2 },
    ])
  }
  return (
    <div className="machines">
      {machines.map((machine, index) => (
        <MachineFields
          key={index}
          machine={machine}
          isOpen={machines.length === 1}
          errorsOf={(field) => errors[`machines[${index}].${field}`]}
          onChange={(next) => put(machines.map((one, at) => (at === index ? next : one)))}
          onRemove={() => put(machines.filter((_, at) => at !== index))}
        />
      ))}
      {errors.machines && <p className="error">{errors.machines.join(' ')}</p>}
      {machines.length < mostMachines && (
        <SelectField
          label={t('path.add')}
          value=""
          options={[
            { value: '', label: '–' },
            ...typical.map(({ id, name }) => ({ value: id, label: text(name) })),
            { value: own, label: t('path.own') },
          ]}
          onChange={(event) => event.target.value && add(event.target.value)}
        />
      )}
      <p className="meta">{t('path.typical')}</p>
    </div>
  )
}

function MachineFields({
  machine,
  isOpen,
  errorsOf,
  onChange,
  onRemove,
}: {
  machine: Machine
  isOpen: boolean
  errorsOf: (field: string) => string[] | undefined
  onChange: (next: Machine) => void
  onRemove: () => void
}) {
  const { t, format } = useWords()
  const { name, crate, mass, count } = machine
  const sides = [machine.length, machine.width, machine.height].map((side) => format.number(side, 2)).join(' × ')
  const title = name || format.reader(mass, 'kg')
  const set = (change: Partial<Machine>) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...machine, ...change }).filter(([, held]) => held !== undefined && held !== ''),
      ) as unknown as Machine,
    )
  return (
    <details className="machine" open={isOpen}>
      <summary>
        {title}{' '}
        <span className="meta nums">
          {count ? `${format.number(count)} × ` : ''}
          {name && `${format.reader(mass, 'kg')} · `}
          {sides} m
        </span>
      </summary>
      <TextField label={t('path.name')} value={name ?? ''} onChange={(event) => set({ name: event.target.value })} />
      <div className="machine-measures">
        {(['mass', 'length', 'width', 'height'] as const).map((side) => (
          <Measure
            key={side}
            label={t(`path.${side}`)}
            step={side === 'mass' ? 1 : 0.01}
            value={machine[side]}
            errors={errorsOf(side)}
            onChange={(value) => value !== undefined && set({ [side]: value })}
          />
        ))}
        {(['feet', 'power', 'count'] as const).map((side) => (
          <Measure
            key={side}
            label={t(`path.${side}`)}
            step={1}
            value={machine[side]}
            errors={errorsOf(side)}
            onChange={(value) => set({ [side]: value } as Partial<Machine>)}
          />
        ))}
      </div>
      <CheckBox
        label={t('path.crate')}
        checked={crate !== undefined}
        onChange={(event) => {
          const { length, width, height } = machine
          set({ crate: event.target.checked ? { length, width, height } : undefined } as Partial<Machine>)
        }}
      />
      {crate && (
        <div className="machine-measures">
          {(['mass', 'length', 'width', 'height'] as const).map((side) => (
            <Measure
              key={side}
              label={t(`path.crate${side[0]!.toUpperCase()}${side.slice(1)}`)}
              step={side === 'mass' ? 1 : 0.01}
              value={crate[side]}
              errors={errorsOf(`crate.${side}`)}
              onChange={(value) => {
                const { length, width, height } = crate
                if (value !== undefined) set({ crate: { ...crate, [side]: value } })
                else if (side === 'mass') set({ crate: { length, width, height } })
              }}
            />
          ))}
        </div>
      )}
      <Button look={['small', 'quiet']} onClick={onRemove}>
        {t('path.remove', { name: title })}
      </Button>
    </details>
  )
}

function Measure({
  label,
  step,
  value,
  errors,
  onChange,
}: {
  label: string
  step: number
  value: number | undefined
  errors: string[] | undefined
  /** undefined: emptied. */
  onChange: (value: number | undefined) => void
}) {
  return (
    <TextField
      label={label}
      type="number"
      inputMode="decimal"
      min={0}
      step={step}
      value={value ?? ''}
      errors={errors}
      onChange={(event) => onChange(event.target.value === '' ? undefined : Number(event.target.value))}
    />
  )
}
