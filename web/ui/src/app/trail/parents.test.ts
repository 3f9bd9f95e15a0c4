import { describe, expect, it } from 'vitest'
import type { Me, Role } from '../../api/types'
import { parentsOf } from './parents'

const as = (role: Role, party: Partial<Me> = {}): Me => ({ email: 'a@b', role, ...party }) as Me
const hrefs = (path: string, me: Me | null) => parentsOf(path, me).map(({ href }) => href)

describe('The pages above a page', () => {
  it('are the list that the reader’s menu holds', () => {
    expect(parentsOf('/buildings/b1', as('owner', { owner: 'o1' }))).toEqual([
      { href: '/buildings', key: 'nav.ownBuildings' },
    ])
    expect(parentsOf('/buildings/b1', as('officer'))).toEqual([{ href: '/buildings', key: 'nav.buildings' }])
    expect(hrefs('/programmes/nifs', null)).toEqual(['/programmes'])
    expect(hrefs('/centres/c1', as('officer'))).toEqual(['/centres'])
    expect(hrefs('/demands/d1', as('enterprise', { enterprise: 'e1' }))).toEqual(['/demands'])
  })

  it('are not a list that the reader does not have', () => {
    expect(hrefs('/firms/f1', as('enterprise', { enterprise: 'e1' }))).toEqual([])
    expect(hrefs('/enterprises/e1', as('enterprise', { enterprise: 'e1' }))).toEqual([])
  })

  it('lead an officer from an introduction to the desk', () => {
    expect(hrefs('/introductions/i1', as('officer'))).toEqual(['/desk'])
    expect(hrefs('/introductions/i1', as('owner', { owner: 'o1' }))).toEqual(['/introductions'])
  })

  it('go through the party whose programmes or package are shown', () => {
    expect(parentsOf('/enterprises/e1/package', as('officer'))).toEqual([
      { href: '/enterprises', key: 'nav.enterprises' },
      { href: '/enterprises/e1', party: 'enterprises/e1' },
    ])
    expect(hrefs('/enterprises/e1/programmes', as('enterprise', { enterprise: 'e1' }))).toEqual(['/enterprises/e1'])
    expect(hrefs('/firms/f1/programmes', as('officer'))).toEqual(['/firms', '/firms/f1'])
  })

  it('are none above a page of the menu', () => {
    expect([hrefs('/desk', as('officer')), hrefs('/', null), hrefs('/brief', null)]).toEqual([[], [], []])
  })
})
