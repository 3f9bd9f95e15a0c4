import { describe, expect, it } from 'vitest'
import { formatter } from '../../i18n/format'
import { formsOf, isBookable, readSlots, slotTexts } from './slots'

const now = Date.parse('2026-12-01T04:00:00Z')
const slots = [
  { from: '2026-12-01T01:00:00.000Z', to: '2026-12-01T03:00:00.000Z' },
  { from: '2026-12-01T06:00:00.000Z', to: '2026-12-01T08:30:00.000Z' },
  { from: '2026-12-02T16:00:00.000Z', to: '2026-12-02T17:00:00.000Z' },
]

describe('Offered times', () => {
  it('are typed in Hong Kong’s time, without those that are over, and read as they were', () => {
    const forms = formsOf(slots, now)
    expect(forms).toEqual([
      { day: '2026-12-01', from: '14:00', to: '16:30' },
      { day: '2026-12-03', from: '00:00', to: '01:00' },
    ])
    expect(readSlots(forms)).toEqual(slots.slice(1))
  })

  it('leave out what is not typed yet, so that the server names the field', () =>
    expect(readSlots([{ day: '2026-12-01', from: '', to: '16:30' }])).toEqual([{ to: '2026-12-01T08:30:00.000Z' }]))

  it('are told for one day, over or not', () => {
    expect(slotTexts(slots, formatter('en'), '2026-12-01', now)).toHaveLength(2)
    expect(slotTexts(slots, formatter('en'), undefined, now)).toHaveLength(2)
    expect(slotTexts(undefined, formatter('en'))).toEqual([])
  })

  it('are of use while a meeting can be booked', () =>
    expect(
      (['agreed', 'introduced', 'underway', 'concluded'] as const).filter((state) => isBookable({ state })),
    ).toEqual(['introduced', 'underway']))
})
