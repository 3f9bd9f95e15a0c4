import { useState } from 'react'
import type { Visit } from '../../../api/types'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { TextField } from '../../../kit/fields/Field'
import { ProblemNotice } from '../../../kit/Notice'
import { FormDialog } from '../../../kit/overlays/FormDialog'
import { PlaceFields, placeForm, placePaths, readPlace } from '../PlaceFields'
import { type PlannedStop, stopOf } from '../visit'

/** How long a stop lasts and where it is; or it goes. */
export function StopDialog({
  visit,
  stop: { introduction, name, place },
  onPut,
  onClose,
}: {
  visit: Visit
  stop: PlannedStop
  onPut: (visit: Visit) => Promise<undefined>
  onClose: () => void
}) {
  const { t, text } = useWords()
  const index = visit.stops.findIndex((stop) => stop.introduction === introduction)
  const own = visit.stops[index]
  const [minutes, setMinutes] = useState(String((own ?? stopOf(introduction)).minutes))
  const [typed, setTyped] = useState(() => placeForm(own?.place))
  const [failure, setFailure] = useState<unknown>()
  const path = `stops[${index}]`
  const save = () => {
    const read = readPlace(typed)
    const next = { introduction, minutes: Number(minutes), ...(read && { place: read }) }
    return onPut({ ...visit, stops: visit.stops.map((stop, i) => (i === index ? next : stop)) })
  }
  const remove = () => onPut({ ...visit, stops: visit.stops.filter((_, i) => i !== index) }).then(onClose, setFailure)
  return (
    <FormDialog
      title={text(name) || t('visit.stop')}
      submit={t('save')}
      fields={[`${path}.minutes`, ...placePaths(`${path}.place`)]}
      onClose={onClose}
      onSubmit={save}
    >
      {(errors) => (
        <>
          <ProblemNotice error={failure} />
          <TextField
            label={t('desk.meeting.minutes')}
            type="number"
            required
            min={15}
            max={240}
            step={5}
            value={minutes}
            errors={errors[`${path}.minutes`]}
            onChange={(event) => setMinutes(event.target.value)}
          />
          <PlaceFields
            label={t('visit.otherPlace')}
            hint={place ? t('visit.known', { place: text(place) }) : t('visit.unknownPlace')}
            path={`${path}.place`}
            place={typed}
            errors={errors}
            onChange={setTyped}
          />
          {visit.stops.length > 1 && (
            <div>
              <Button look="small" onClick={() => void remove()}>
                {t('visit.remove')}
              </Button>
            </div>
          )}
        </>
      )}
    </FormDialog>
  )
}
