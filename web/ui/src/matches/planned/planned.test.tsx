import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { Router } from 'wouter'
import type { Schema } from '../../api/boards'
import type { Attribute, Criterion } from '../../api/types'
import { allTexts, setLanguage } from '../../i18n/i18n'
import { Planned } from './PlannedRows'
import { asksForCertificate, type PlannedPartner } from './usePlanned'

const certified = (strength: 'must' | 'prefer'): Criterion => ({
  attribute: 'certifications',
  op: 'covers',
  value: 'iso-13485',
  strength,
})
const attribute = { code: 'certifications', kind: 'tags', label: { en: 'Certifications' } } as unknown as Attribute
const schema: Schema = { attributes: [attribute], byCode: new Map([['certifications', attribute]]) }
const partner = (id: string, programme?: string): PlannedPartner => ({
  id,
  name: { en: `Works ${id}` },
  score: 61.5,
  sample: false,
  certificates: [
    {
      step: 'iso-13485',
      certification: 'iso-13485',
      end: '2027-03-31',
      status: programme ? 'applied' : 'approved',
      ...(programme && { programme }),
    },
  ],
})

function shown(items: PlannedPartner[], listed: string[] = []) {
  const cache = new QueryClient()
  cache.setQueryData(['programmes'], { items: [{ id: 'nifs', name: { en: 'Funding Scheme' } }] })
  return renderToStaticMarkup(
    <QueryClientProvider client={cache}>
      <Router ssrPath="/">
        <Planned planned={{ count: items.length, items }} listed={listed} schema={schema} />
      </Router>
    </QueryClientProvider>,
  )
}

describe('Partners with a planned certificate', () => {
  beforeAll(async () => {
    vi.stubGlobal('document', { documentElement: {} })
    await Promise.all([setLanguage('en'), allTexts()])
  })

  it('are set apart, marked as planned with the month, and never scored', () => {
    const html = shown([partner('f1'), partner('f2', 'nifs')])
    expect(html).toContain('2 would meet this with a certificate that they plan')
    expect(html).toContain('planned by Mar 2027')
    expect(html).toContain('Funding Scheme is expected to pay')
    expect(html).toContain('ceiling')
    expect(html).toContain('href="/firms/f1"')
    expect(html).not.toContain('61.5')
    expect(html).not.toContain('match-row')
  })

  it('leave the section once they are in the list', () => {
    expect(shown([partner('f1'), partner('f2')], ['f1'])).toContain('1 would meet this')
    expect(shown([partner('f1')], ['f1'])).toBe('')
  })

  it('are asked for where a must asks for a certificate alone', () =>
    expect([[], [certified('prefer')], [certified('prefer'), certified('must')]].map(asksForCertificate)).toEqual([
      false,
      false,
      true,
    ]))
})
