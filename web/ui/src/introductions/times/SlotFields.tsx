import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { ClockField } from '../../kit/days/ClockField'
import { DayField } from '../../kit/days/DayField'
import { hongKongDay } from '../../kit/days/hongKong'
import type { Errors } from '../../kit/overlays/FormDialog'
import { afternoonOf, type SlotForm } from './slots'
import './slots.css'

/** A few spans of time, each on a day; the errors are those of `slots[0].from` and so on. */
export function SlotFields({
  slots,
  day,
  errors,
  onChange,
}: {
  slots: readonly SlotForm[]
  /** The day that a new span begins with; undefined: that of the last one. */
  day: string | undefined
  errors: Errors
  onChange: (slots: SlotForm[]) => void
}) {
  const { t } = useWords()
  const add = () => onChange([...slots, afternoonOf(day ?? slots.at(-1)?.day ?? '')])
  return (
    <div className="slot-fields">
      {slots.length === 0 && <p className="meta">{t('slots.none')}</p>}
      {slots.map((slot, index) => (
        <fieldset key={index} className="slot">
          <legend className="visually-hidden">{t('slots.one', { number: index + 1 })}</legend>
          <SlotParts
            slot={slot}
            path={`slots[${index}]`}
            errors={errors}
            onChange={(next) => onChange(slots.map((other, i) => (i === index ? next : other)))}
          />
          <Button
            look={['quiet', 'icon']}
            aria-label={t('slots.remove', { number: index + 1 })}
            onClick={() => onChange(slots.filter((_, i) => i !== index))}
          >
            ✕
          </Button>
        </fieldset>
      ))}
      <div>
        <Button look="small" onClick={add}>
          {t('slots.add')}
        </Button>
      </div>
    </div>
  )
}

/** The day, the beginning and the end of one span; the errors are those of `window.from` and so on. */
export function SlotParts({
  slot,
  path,
  errors,
  onChange,
}: {
  slot: SlotForm
  path: string
  errors: Errors
  onChange: (slot: SlotForm) => void
}) {
  const { t } = useWords()
  return (
    <>
      <DayField
        label={t('slots.day')}
        required
        min={hongKongDay()}
        value={slot.day}
        errors={slot.day ? undefined : errors[`${path}.from`]}
        onChange={(day) => onChange({ ...slot, day })}
      />
      <ClockField
        label={t('slots.from')}
        required
        value={slot.from}
        errors={slot.day ? errors[`${path}.from`] : undefined}
        onChange={(from) => onChange({ ...slot, from })}
      />
      <ClockField
        label={t('slots.to')}
        required
        value={slot.to}
        errors={errors[`${path}.to`]}
        onChange={(to) => onChange({ ...slot, to })}
      />
    </>
  )
}

/** The paths whose errors the parts of one span show. */
export const partPaths = (path: string) => [`${path}.from`, `${path}.to`]

/** The paths whose errors the fields show. */
export const slotPaths = (count: number) =>
  Array.from({ length: count }, (_, index) => partPaths(`slots[${index}]`)).flat()
