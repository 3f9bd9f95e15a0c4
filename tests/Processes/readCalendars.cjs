// Reads calendar files with a parser that is not ours: a JSON string on each line that comes in, what it finds as JSON
// on each line that goes out.
const { createInterface } = require('node:readline')
const ICAL = require('ical.js')

const read = (text) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent')
  if (events.length !== 1) throw new Error(`${events.length} events`)
  const event = new ICAL.Event(events[0])
  const value = (name) => events[0].getFirstPropertyValue(name)
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    status: value('status'),
    start: event.startDate.toUnixTime(),
    end: event.endDate.toUnixTime(),
    zone: event.startDate.zone.tzid,
    zones: calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid')),
    summary: event.summary,
    place: event.location,
    note: event.description,
    organiser: value('organizer'),
    guests: event.attendees.map((guest) => guest.getFirstValue()),
  }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  try {
    process.stdout.write(`${JSON.stringify(read(JSON.parse(line)))}\n`)
  } catch (fault) {
    process.stdout.write(`${JSON.stringify({ fault: String(fault) })}\n`)
  }
})
