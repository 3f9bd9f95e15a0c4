import type { Schemas } from '../../api/client'
import type { Point } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { TextField } from '../../kit/fields/Field'
import type { Errors } from '../../kit/overlays/FormDialog'
import { PlaceField } from '../../requirement/PlaceField'

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
