import { useState } from 'react'
import type { Visit } from '../../../api/types'
import { useWords } from '../../../i18n/i18n'
import { ProblemNotice } from '../../../kit/Notice'
import { FormDialog } from '../../../kit/overlays/FormDialog'
import { Choices, useBookable } from '../bookable'
import { stopOf } from '../visit'

/** More of the client's introductions. */
export function AddStops({
  visit,
  onPut,
  onClose,
}: {
  visit: Visit
  onPut: (visit: Visit) => Promise<undefined>
  onClose: () => void
}) {
  const { t } = useWords()
  const { data, error } = useBookable()
  const [chosen, setChosen] = useState<string[]>([])
  const others = data?.filter(
    ({ id, seeker }) => seeker.party === visit.owner && !visit.stops.some(({ introduction }) => introduction === id),
  )
  const save = () => onPut({ ...visit, stops: [...visit.stops, ...chosen.map(stopOf)] })
  return (
    <FormDialog title={t('visit.add')} submit={t('save')} fields={[]} onClose={onClose} onSubmit={save}>
      {() => (
        <>
          <ProblemNotice error={error} />
          {others?.length === 0 && <p>{t('visit.nobodyElse')}</p>}
          {others && others.length > 0 && <Choices cards={others} chosen={chosen} onChange={setChosen} />}
        </>
      )}
    </FormDialog>
  )
}
