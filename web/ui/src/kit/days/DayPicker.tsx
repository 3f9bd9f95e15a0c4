import { type CalendarDate, parseDate } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
  Text,
} from 'react-aria-components'
import type { DayFieldProps } from './DayField'
import './days.css'

/** The field itself, with its calendar. */
export default function DayPicker({
  label,
  name,
  hint,
  errors = [],
  value,
  min,
  max,
  required = false,
  onChange,
}: DayFieldProps) {
  const [least, most] = [dayOf(min), dayOf(max)]
  return (
    <DatePicker
      className="field"
      {...(name !== undefined && { 'aria-label': name })}
      value={dayOf(value) ?? null}
      {...(least && { minValue: least })}
      {...(most && { maxValue: most })}
      isRequired={required}
      isInvalid={errors.length > 0}
      validationBehavior="aria"
      shouldForceLeadingZeros
      onChange={(day) => onChange(day?.toString() ?? '')}
    >
      {label && <Label className="label">{label}</Label>}
      <Group className="input day">
        <DateInput className="day-parts nums">
          {(part) => <DateSegment segment={part} className="day-part" />}
        </DateInput>
        <Button className="day-open">
          <CalendarDays size={17} strokeWidth={1.9} aria-hidden />
        </Button>
      </Group>
      {hint && (
        <Text slot="description" className="meta nums">
          {hint}
        </Text>
      )}
      {errors.length > 0 && (
        <Text slot="errorMessage" className="error">
          {errors.join(' ')}
        </Text>
      )}
      <Popover className="menu-pop calendar-pop" placement="bottom end">
        <Dialog className="calendar-box">
          <Calendar>
            <header className="calendar-head">
              <Button slot="previous" className="button quiet icon">
                <ChevronLeft size={18} aria-hidden />
              </Button>
              <Heading />
              <Button slot="next" className="button quiet icon">
                <ChevronRight size={18} aria-hidden />
              </Button>
            </header>
            <CalendarGrid>{(day) => <CalendarCell date={day} className="calendar-day nums" />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

/** undefined: it names no day. */
function dayOf(text: string | undefined): CalendarDate | undefined {
  try {
    return text ? parseDate(text) : undefined
  } catch {
    return undefined
  }
}
