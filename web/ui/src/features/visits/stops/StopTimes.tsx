import { useState } from 'react'
import { api } from '../../../api/client'
import type { Side } from '../../../api/introductions'
import { isStale } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { SlotFields, slotPaths } from '../../../introductions/times/SlotFields'
import { formsFrom, readSlots } from '../../../introductions/times/slots'
import { Segments } from '../../../kit/fields/Field'
import { FormDialog } from '../../../kit/overlays/FormDialog'
import type { PlannedStop } from '../visit'

const sides = ['counterpart', 'seeker'] as const

/** When a side can meet, as it said by phone: an officer enters it, and it stays marked so. */
export function StopTimes({
  stop,
  day,
  onDone,
  onClose,
}: {
  stop: PlannedStop
  /** The visit's. */
  day: string
  onDone: () => void
  onClose: () => void
}) {
  const { t, text } = useWords()
  const [side, setSide] = useState<Side>('counterpart')
  const known = (of: Side) => formsFrom((of === 'seeker' ? stop.clientTimes : stop.times)?.slots, day)
  const [slots, setSlots] = useState(() => known(side))
  const [version, setVersion] = useState(stop.version)
  const id = stop.introduction
  const send = async () => {
    try {
      await api.post('/api/introductions/{id}/times', {
        path: { id },
        body: { slots: readSlots(slots), side },
        version,
      })
      onDone()
      return undefined
    } catch (error) {
      // The next press is on the newer version, of which the officer is told.
      if (isStale(error)) setVersion((await api.get('/api/introductions/{id}', { path: { id } })).version)
      return error
    }
  }
  return (
    <FormDialog
      title={t('visit.timesOf', { name: text(stop.name) })}
      submit={t('save')}
      fields={slotPaths(slots.length)}
      onClose={onClose}
      onSubmit={send}
    >
      {(errors) => (
        <>
          <p className="meta">{t('visit.byPhone')}</p>
          <Segments
            label={t('visit.whose')}
            value={side}
            options={sides.map((value) => ({ value, label: t(`visit.side.${value}`) }))}
            onChange={(value) => {
              setSide(value as Side)
              setSlots(known(value as Side))
            }}
          />
          <SlotFields slots={slots} day={day} errors={errors} onChange={setSlots} />
        </>
      )}
    </FormDialog>
  )
}
