import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { Router } from 'wouter'
import { allTexts, setLanguage } from '../../../i18n/i18n'
import { Bars } from './Bars'
import { readFigure } from './district'

const html = (firms: (number | undefined)[]) =>
  renderToStaticMarkup(
    <Router ssrPath="/">
      <Bars
        kind="symptoms"
        figures={firms.map((count, at) => ({
          figure: `symptom:s${at}`,
          of: [`s${at}`],
          ...(count !== undefined && { firms: count }),
        }))}
        nameOf={(figure) => `Name of ${figure}`}
      />
    </Router>,
  )

describe('A figure of the district', () => {
  beforeAll(async () => {
    vi.stubGlobal('document', { documentElement: {} })
    await Promise.all([setLanguage('en'), allTexts()])
  })

  it('opens its firms, with the bar of the most at full width', () => {
    const shown = html([20, 10])
    expect(shown).toContain('href="/upgrades?figure=symptom%3As0"')
    expect(shown).toContain('aria-label="Name of symptom:s0: 20 firms"')
    expect(shown.match(/width:[\d.]+%/g)).toEqual(['width:100%', 'width:50%'])
  })

  it('that is withheld is named, and has no number, no bar and no list', () => {
    const shown = html([undefined])
    expect(shown).toContain('Withheld: Name of symptom:s0.')
    expect(shown).not.toContain('href')
    expect(shown).not.toContain('width')
  })

  it('is missed where there is none', () => expect(html([])).toContain('No group of five firms or more'))

  it('is read from its key, with every level that it joins', () => {
    expect(readFigure('level:unknown-0-1')).toEqual({ kind: 'level', of: ['unknown', '0', '1'] })
    expect(readFigure('building:kwun-tong-centre-1')).toEqual({ kind: 'building', of: ['kwun-tong-centre-1'] })
    expect(readFigure('elsewhere')).toEqual({ kind: 'elsewhere', of: [] })
  })
})
