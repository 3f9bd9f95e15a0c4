import { useState } from 'react'
import type { Visit } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { LettersPreview, type Plan } from '../../introductions/preview/LettersPreview'
import { useIntroductions, useIntroductionView } from '../../introductions/useIntroductions'
import { FormDialog } from '../../kit/overlays/FormDialog'
import { dropped, previewOf, type VisitPlan } from './visit'

/** What a booking sends to whom, stop by stop, before it is made. */
export function BookDialog({
  visit,
  plan,
  submit,
  onBook,
  onClose,
}: {
  visit: Visit
  plan: VisitPlan
  /** What the button says. */
  submit: string
  onBook: () => void
  onClose: () => void
}) {
  const { t, text, format } = useWords()
  const list = useIntroductions()
  useIntroductionView(list)
  const goes = dropped(visit, plan).flatMap((booked) => list.entry(booked.introduction)?.introduction ?? [])
  return (
    <FormDialog
      title={submit}
      submit={submit}
      fields={[]}
      onClose={onClose}
      onSubmit={() => {
        onBook()
        return Promise.resolve(undefined)
      }}
    >
      {() => (
        <>
          <p>{t('visit.letters')}</p>
          {plan.stops
            .flatMap((stop) => (stop.booking ? { ...stop, booking: stop.booking } : []))
            .map(({ introduction, version, name, about, at, minutes, booking }, index) => (
              <Letters
                key={introduction}
                title={[text(name) || text(about), at && format.hours(at, minutes)].filter(Boolean).join(' · ')}
                card={{ id: introduction, version }}
                plan={previewOf(booking)}
                isOpen={index === 0}
              />
            ))}
          {goes.map((introduction) => (
            <Letters
              key={introduction.id}
              title={t('visit.cancels', { name: text(introduction.counterpart.name) })}
              card={introduction}
              plan={{
                act: 'cancelMeeting',
                meetingId: visit.booked.find((one) => one.introduction === introduction.id)!.meeting,
              }}
              isOpen={false}
            />
          ))}
        </>
      )}
    </FormDialog>
  )
}

/** The letters are asked for when somebody looks at them. */
function Letters({
  title,
  card,
  plan,
  isOpen,
}: {
  title: string
  card: { id: string; version: number }
  plan: Plan
  isOpen: boolean
}) {
  const [seen, setSeen] = useState(isOpen)
  return (
    <details className="group" open={isOpen} onToggle={() => setSeen(true)}>
      <summary>
        <b>{title}</b>
      </summary>
      {seen && <LettersPreview card={card} plan={plan} />}
    </details>
  )
}
