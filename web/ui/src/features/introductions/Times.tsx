import { useState } from 'react'
import { api } from '../../api/client'
import type { Introduction } from '../../api/introductions'
import { isStale } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { SlotFields, slotPaths } from '../../introductions/times/SlotFields'
import { formsFrom, isBookable, readSlots, slotTexts } from '../../introductions/times/slots'
import { ownOf } from '../../introductions/status'
import { Button } from '../../kit/Button'
import { hongKongDay } from '../../kit/days/hongKong'
import { FormDialog } from '../../kit/overlays/FormDialog'

/** When the reader's own people can meet; the office plans by it, and the other side does not read it. */
export function Times({
  introduction,
  onKnown,
}: {
  introduction: Introduction
  onKnown: (introduction: Introduction) => void
}) {
  const { t, format } = useWords()
  const [open, setOpen] = useState(false)
  if (!isBookable(introduction)) return null
  const { times, timesAsked } = ownOf(introduction)
  const asked = timesAsked && timesAsked.day >= hongKongDay() ? timesAsked.day : undefined
  const offered = slotTexts(times?.slots, format)
  return (
    <section className="card offered-times">
      <h2>{t('introductions.times.title')}</h2>
      {asked && (
        <p>
          <b>{t('introductions.times.asked', { day: format.day(asked) })}</b>
        </p>
      )}
      {offered.length > 0 ? (
        <>
          <ul className="nums">
            {offered.map((slot) => (
              <li key={slot}>{slot}</li>
            ))}
          </ul>
          {times?.byOffice && <p className="meta">{t('introductions.times.byOffice')}</p>}
        </>
      ) : (
        <p>{t('introductions.times.none')}</p>
      )}
      <p className="meta">{t('introductions.times.who')}</p>
      <div className="answers">
        <Button look={asked && offered.length === 0 ? 'primary' : []} onClick={() => setOpen(true)}>
          {t(`introductions.times.${offered.length > 0 ? 'change' : 'enter'}`)}
        </Button>
      </div>
      {open && <TimesDialog introduction={introduction} day={asked} onKnown={onKnown} onClose={() => setOpen(false)} />}
    </section>
  )
}

function TimesDialog({
  introduction,
  day,
  onKnown,
  onClose,
}: {
  introduction: Introduction
  day: string | undefined
  onKnown: (introduction: Introduction) => void
  onClose: () => void
}) {
  const { t } = useWords()
  const [slots, setSlots] = useState(() => formsFrom(ownOf(introduction).times?.slots, day ?? ''))
  const { id, version } = introduction
  const send = async () => {
    try {
      onKnown(
        await api.post('/api/introductions/{id}/times', { path: { id }, body: { slots: readSlots(slots) }, version }),
      )
      return undefined
    } catch (error) {
      // The next press is on the newer version.
      if (isStale(error)) onKnown(await api.get('/api/introductions/{id}', { path: { id } }))
      return error
    }
  }
  return (
    <FormDialog
      title={t('introductions.times.title')}
      submit={t('introductions.times.send')}
      fields={slotPaths(slots.length)}
      onClose={onClose}
      onSubmit={send}
    >
      {(errors) => <SlotFields slots={slots} day={day} errors={errors} onChange={setSlots} />}
    </FormDialog>
  )
}
