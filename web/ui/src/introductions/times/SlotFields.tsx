import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { ClockField } from '../../kit/days/ClockField'
import { DayField } from '../../kit/days/DayField'
import { hongKongDay } from '../../kit/days/hongKong'
import type { Errors } from '../../kit/overlays/FormDialog'
import type { SlotForm } from './slots'
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
  const set = (index: number, part: Partial<SlotForm>) =>
    onChange(slots.map((slot, i) => (i === index ? { ...slot, ...part } : slot)))
  const add = () => onChange([...slots, { day: day ?? slots.at(-1)?.day ?? '', from: '14:00', to: '18:00' }])
  return (
    <div className="slot-fields">
      {slots.length === 0 && <p className="meta">{t('slots.none')}</p>}
      {slots.map((slot, index) => (
        <fieldset key={index} className="slot">
          <legend className="visually-hidden">{t('slots.one', { number: index + 1 })}</legend>
          <DayField
            label={t('slots.day')}
            required
            min={hongKongDay()}
            value={slot.day}
            errors={slot.day ? undefined : errors[`slots[${index}].from`]}
            onChange={(next) => set(index, { day: next })}
          />
          <ClockField
            label={t('slots.from')}
            required
            value={slot.from}
            errors={slot.day ? errors[`slots[${index}].from`] : undefined}
            onChange={(from) => set(index, { from })}
          />
          <ClockField
            label={t('slots.to')}
            required
            value={slot.to}
            errors={errors[`slots[${index}].to`]}
            onChange={(to) => set(index, { to })}
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

/** The paths whose errors the fields show. */
export const slotPaths = (count: number) =>
  Array.from({ length: count }, (_, index) => [`slots[${index}].from`, `slots[${index}].to`]).flat()
