import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'

const read = (name: string) => {
  const file = new URL(`../../../../tests/Grains.Tests/Mail/calendars/${name}`, import.meta.url)
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')) as unknown[])
  return { calendar, event: new ICAL.Event(calendar.getFirstSubcomponent('vevent')!) }
}

describe('the calendar files that the system mails, in a reader that is not its own', () => {
  it('ask for a time in Hong Kong', () => {
    const { calendar, event } = read('request.ics')
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(event.startDate.zone.tzid).toBe('Asia/Hong_Kong')
    expect(event.startDate.toUnixTime()).toBe(Date.parse('2026-12-01T07:00:00Z') / 1000)
    expect(event.duration.toSeconds()).toBe(90 * 60)
    expect(event.location).toBe('5 Works Road, Kwun Tong\n觀塘')
    expect(event.description).toBe('Bring boots; and papers')
    expect(event.attendees.map((guest) => guest.getFirstValue())).toEqual(['mailto:a@x.hk', 'mailto:b@y.hk'])
  })

  it('take the same meeting away again', () => {
    const [before, after] = [read('request.ics'), read('cancel.ics')]
    expect(after.calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect(after.event.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(after.event.uid).toBe(before.event.uid)
    expect(after.event.sequence).toBeGreaterThan(before.event.sequence)
  })
})
