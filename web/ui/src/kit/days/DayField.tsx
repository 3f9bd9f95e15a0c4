import { lazy, type ReactNode, Suspense } from 'react'
import { useWords } from '../../i18n/i18n'
import { laterCode } from '../later/code'

export interface DayFieldProps {
  /** Left out where `name` says it. */
  label?: ReactNode
  name?: string
  hint?: ReactNode
  errors?: string[] | undefined
  /** As `2027-06-30`, or empty. */
  value: string
  min?: string | undefined
  max?: string | undefined
  required?: boolean
  /** Empty: no day, or not a whole one yet. */
  onChange: (day: string) => void
}

const DayPicker = lazy(() => laterCode(() => import('./DayPicker')))

/** A day, written in the order of the reader's language whatever the browser's is, or chosen from a calendar. */
export function DayField(props: DayFieldProps) {
  const { format } = useWords()
  const { label, hint, value } = props
  return (
    <Suspense
      fallback={
        <div className="field" aria-busy="true">
          {label && <span className="label">{label}</span>}
          <span className="input">{value ? format.day(value) : '\u00a0'}</span>
          {hint && <span className="meta nums">{hint}</span>}
        </div>
      }
    >
      <DayPicker {...props} />
    </Suspense>
  )
}
