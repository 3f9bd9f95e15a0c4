import { lazy, type ReactNode, Suspense } from 'react'
import { laterCode } from '../later/code'

export interface ClockFieldProps {
  label: ReactNode
  errors?: string[] | undefined
  /** As `14:30`, or empty. */
  value: string
  required?: boolean
  /** Empty: no time, or not a whole one yet. */
  onChange: (time: string) => void
}

const TimePicker = lazy(() => laterCode(() => import('./TimePicker')))

/** A time of the day, written as the reader's language writes it whatever the browser's is. */
export function ClockField(props: ClockFieldProps) {
  return (
    <Suspense
      fallback={
        <div className="field" aria-busy="true">
          <span className="label">{props.label}</span>
          <span className="input">{props.value || '\u00a0'}</span>
        </div>
      }
    >
      <TimePicker {...props} />
    </Suspense>
  )
}
