import type { Introduction, Meeting } from '../../api/introductions'
import { hongKongDay } from '../../kit/days/hongKong'
import { walkingMinutes } from '../../map/rings/walking'

/** A meeting with the introduction that it belongs to. */
export interface Appointment {
  introduction: Introduction
  meeting: Meeting
  /** The number of its mark on the day's map; undefined: its place is not known, or it is cancelled. */
  number?: number
  /** On foot from the meeting before it; undefined: one of the two places is not known. */
  walk?: number
  /** Minutes between the end of the meeting before it and its beginning; below zero they overlap. */
  gap?: number
}

/** The meetings of one day in Hong Kong, in order of time. */
export interface AgendaDay {
  day: string
  appointments: Appointment[]
}

const endOf = ({ at, minutes }: Meeting) => Date.parse(at) + minutes * 60_000

/** Whether it is still to come, or takes place now. */
export const isAhead = (meeting: Meeting, now = Date.now()) => !meeting.cancelled && endOf(meeting) > now

/** Whether the way from the meeting before takes longer than there is time. */
export const isTight = ({ walk, gap }: Appointment) => walk !== undefined && gap !== undefined && walk > gap

/**
 * The meetings of these introductions by day: days with one to come, the next first, and all other days, the last
 * first.
 */
export function agendaOf(introductions: readonly Introduction[], now = Date.now()) {
  const byDay = new Map<string, Appointment[]>()
  for (const introduction of introductions)
    for (const meeting of introduction.meetings) {
      const day = hongKongDay(meeting.at)
      byDay.set(day, [...(byDay.get(day) ?? []), { introduction, meeting }])
    }
  const days = [...byDay].map(([day, appointments]) => ({ day, appointments: inOrder(appointments) }))
  const isOpen = ({ appointments }: AgendaDay) => appointments.some(({ meeting }) => isAhead(meeting, now))
  return {
    ahead: days.filter(isOpen).sort((a, b) => a.day.localeCompare(b.day)),
    past: days.filter((day) => !isOpen(day)).sort((a, b) => b.day.localeCompare(a.day)),
  }
}

function inOrder(appointments: Appointment[]): Appointment[] {
  const sorted = [...appointments].sort(
    (a, b) => a.meeting.at.localeCompare(b.meeting.at) || (a.meeting.id < b.meeting.id ? -1 : 1),
  )
  let before: Meeting | undefined
  let count = 0
  return sorted.map((appointment) => {
    const { meeting } = appointment
    if (meeting.cancelled) return appointment
    const last = before
    before = meeting
    return {
      ...appointment,
      ...(meeting.point && { number: ++count }),
      ...(last && { gap: (Date.parse(meeting.at) - endOf(last)) / 60_000 }),
      ...(last?.point && meeting.point && { walk: walkingMinutes(last.point, meeting.point) }),
    }
  })
}
