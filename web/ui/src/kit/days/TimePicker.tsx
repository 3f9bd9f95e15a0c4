import { parseTime, type Time } from '@internationalized/date'
import { DateInput, DateSegment, Label, Text, TimeField } from 'react-aria-components'
import type { ClockFieldProps } from './ClockField'
import './days.css'

/** The field itself: each part is typed, or stepped by the arrows. */
export default function TimePicker({ label, errors = [], value, required = false, onChange }: ClockFieldProps) {
  return (
    <TimeField
      className="field"
      value={timeOf(value) ?? null}
      isRequired={required}
      isInvalid={errors.length > 0}
      validationBehavior="aria"
      granularity="minute"
      onChange={(time) => onChange(time?.toString().slice(0, 5) ?? '')}
    >
      <Label className="label">{label}</Label>
      <DateInput className="input day day-parts nums">
        {(part) => <DateSegment segment={part} className="day-part" />}
      </DateInput>
      {errors.length > 0 && (
        <Text slot="errorMessage" className="error">
          {errors.join(' ')}
        </Text>
      )}
    </TimeField>
  )
}

/** undefined: it names no time. */
function timeOf(text: string): Time | undefined {
  try {
    return text ? parseTime(text) : undefined
  } catch {
    return undefined
  }
}
