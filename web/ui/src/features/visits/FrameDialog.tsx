import { useState } from 'react'
import type { Visit } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { partPaths, SlotParts } from '../../introductions/times/SlotFields'
import { formsOf, readSlot } from '../../introductions/times/slots'
import { FormDialog } from '../../kit/overlays/FormDialog'
import { PlaceFields, placeForm, placePaths, readPlace } from './PlaceFields'

/** The day, the part of it, and where the way begins and ends. */
export function FrameDialog({
  visit,
  onPut,
  onClose,
}: {
  visit: Visit
  onPut: (visit: Visit) => Promise<undefined>
  onClose: () => void
}) {
  const { t } = useWords()
  const [window, setWindow] = useState(() => formsOf([visit.window], 0)[0]!)
  const [start, setStart] = useState(() => placeForm(visit.start))
  const [end, setEnd] = useState(() => placeForm(visit.end))
  const save = () => {
    const rest = { ...visit }
    delete rest.start
    delete rest.end
    const [from, to] = [readPlace(start), readPlace(end)]
    return onPut({ ...rest, window: readSlot(window), ...(from && { start: from }), ...(to && { end: to }) })
  }
  return (
    <FormDialog
      title={t('visit.frame')}
      submit={t('save')}
      fields={[...partPaths('window'), ...placePaths('start'), ...placePaths('end')]}
      onClose={onClose}
      onSubmit={save}
    >
      {(errors) => (
        <>
          <div className="grid">
            <SlotParts slot={window} path="window" errors={errors} onChange={setWindow} />
          </div>
          <PlaceFields
            label={t('visit.start')}
            hint={t('visit.endsHint')}
            path="start"
            place={start}
            errors={errors}
            onChange={setStart}
          />
          <PlaceFields label={t('visit.end')} path="end" place={end} errors={errors} onChange={setEnd} />
        </>
      )}
    </FormDialog>
  )
}
