import type { ReactNode } from 'react'
import type { Outcome } from '../../api/introductions'
import { useWords } from '../../i18n/i18n'
import { outcomes } from '../../introductions/outcomes'
import { SelectField, TextArea } from '../../kit/fields/Field'
import type { Errors } from '../../kit/overlays/FormDialog'

/** How an introduction ends, and why. */
export interface Ending {
  outcome: Outcome | ''
  reason: string
}

/** The fields of an ending; `children` stand between the outcome and the reason. */
export function ConclusionFields({
  ending: { outcome, reason },
  errors,
  onChange,
  children,
}: {
  ending: Ending
  errors?: Errors
  onChange: (part: Partial<Ending>) => void
  children?: ReactNode
}) {
  const { t } = useWords()
  return (
    <>
      <SelectField
        label={t('desk.outcomeLabel')}
        required
        value={outcome}
        errors={errors?.outcome}
        onChange={(event) => onChange({ outcome: event.target.value as Outcome })}
        options={[
          { value: '', label: t('choose') },
          ...outcomes.map((value) => ({ value, label: t(`desk.outcome.${value}`) })),
        ]}
      />
      {children}
      <TextArea
        label={t('desk.reason')}
        hint={t('desk.officersOnly')}
        maxLength={2000}
        value={reason}
        errors={errors?.reason}
        onChange={(event) => onChange({ reason: event.target.value })}
      />
    </>
  )
}
