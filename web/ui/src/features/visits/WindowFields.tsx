import type { Schemas } from '../../api/client'
import type { Point } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import type { SlotForm } from '../../introductions/times/slots'
import { readSlots } from '../../introductions/times/slots'
import { ClockField } from '../../kit/days/ClockField'
import { DayField } from '../../kit/days/DayField'
import { hongKongDay } from '../../kit/days/hongKong'
import { TextField } from '../../kit/fields/Field'
import type { Errors } from '../../kit/overlays/FormDialog'
import { PlaceField } from '../../requirement/PlaceField'

export const readWindow = (form: SlotForm) => readSlots([form])[0]!

/** The paths whose errors the fields show. */
export const windowPaths = ['window.from', 'window.to']

/** The day and the part of it in which everything takes place. */
export function WindowFields({
  window,
  errors,
  onChange,
}: {
  window: SlotForm
  errors: Errors
  onChange: (window: SlotForm) => void
}) {
  const { t } = useWords()
  const set = (part: Partial<SlotForm>) => onChange({ ...window, ...part })
  return (
    <div className="grid">
      <DayField
        label={t('slots.day')}
        required
        min={hongKongDay()}
        value={window.day}
        errors={window.day ? undefined : errors['window.from']}
        onChange={(day) => set({ day })}
      />
      <ClockField
        label={t('slots.from')}
        required
        value={window.from}
        errors={window.day ? errors['window.from'] : undefined}
        onChange={(from) => set({ from })}
      />
      <ClockField
        label={t('slots.to')}
        required
        value={window.to}
        errors={errors['window.to']}
        onChange={(to) => set({ to })}
      />
    </div>
  )
}

export interface PlaceForm {
  text: string
  point: Point | undefined
}

export const placeForm = (place: Schemas['VisitPlace'] | undefined): PlaceForm => ({
  text: place?.text ?? '',
  point: place?.point,
})

/** undefined: nothing is typed. What is typed in part goes to the server, which names the field. */
export const readPlace = ({ text, point }: PlaceForm) =>
  text.trim() || point ? ({ text: text.trim(), ...(point && { point }) } as Schemas['VisitPlace']) : undefined

export const placePaths = (path: string) => [`${path}.text`, `${path}.point`]

/** A place as people are told of it, and where it is. */
export function PlaceFields({
  label,
  hint,
  path,
  place,
  errors,
  onChange,
}: {
  label: string
  hint?: string
  path: string
  place: PlaceForm
  errors: Errors
  onChange: (place: PlaceForm) => void
}) {
  const { t } = useWords()
  return (
    <fieldset className="field visit-place">
      <legend className="label">{label}</legend>
      {hint && <p className="meta">{hint}</p>}
      <TextField
        label={t('visit.placeText')}
        maxLength={500}
        value={place.text}
        errors={errors[`${path}.text`]}
        onChange={(event) => onChange({ ...place, text: event.target.value })}
      />
      <PlaceField
        label={t('visit.placePoint')}
        value={place.point}
        errors={errors[`${path}.point`]}
        onChange={(point) => onChange({ ...place, point })}
      />
    </fieldset>
  )
}
