import { describe, expect, it } from 'vitest'
import { qrPath } from './qr'

describe('The picture for the app', () => {
  it('draws each run of dark squares once', () => {
    expect(qrPath(['110', '001', '000'])).toBe('M0 0h2v1h-2zM2 1h1v1h-1z')
    expect(qrPath([])).toBe('')
  })
})
