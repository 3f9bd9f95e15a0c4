import { describe, expect, it } from 'vitest'
import type { Me, Role } from '../api/types'
import { destinations } from './navigation'

const as = (role: Role, party: Partial<Me> = {}) => destinations({ email: 'a@b', role, ...party })
const paths = (found: ReturnType<typeof destinations>) => [...found.main, ...found.more].map(({ path }) => path)

describe('The menu', () => {
  it('offers each role what it has to do', () => {
    expect(paths(destinations(null))).toEqual(['/brief', '/programmes'])
    expect(paths(as('firm', { firm: 'f1' }))).toEqual([
      '/brief',
      '/programmes',
      '/firm',
      '/upgrade',
      '/demands',
      '/introductions',
      '/meetings',
      '/shortlists',
      '/enquiries',
      '/imports',
      '/people',
    ])
    expect(paths(as('owner', { owner: 'o1' }))).toEqual([
      '/brief',
      '/programmes',
      '/buildings',
      '/introductions',
      '/meetings',
      '/imports',
      '/people',
    ])
  })
  it('calls the accounts of a party people, and those that the office has to check by what is to be done', () => {
    const keyOf = (role: Role, party: Partial<Me> = {}) => {
      const { main, more } = as(role, party)
      return [...main, ...more].find(({ path }) => path === '/people')?.key
    }
    expect([keyOf('owner', { owner: 'o1' }), keyOf('officer'), keyOf('admin')]).toEqual([
      'people',
      'unconfirmed',
      'unconfirmed',
    ])
  })
  it('leads an officer home to the inbox, which an administrator finds beside the figures', () => {
    expect(as('officer').main[0]).toEqual({ path: '/', key: 'inbox' })
    expect(as('admin').main[0]).toEqual({ path: '/inbox', key: 'inbox' })
  })
  it('offers the own account to whoever is signed in', () => {
    expect(destinations(null).own).toEqual([])
    expect(as('officer').own).toEqual([{ path: '/account', key: 'account' }])
  })
  it('keeps taxonomies, gates and accounts for the operator', () => {
    expect(paths(as('officer'))).not.toContain('/taxonomies')
    expect(paths(as('officer'))).not.toContain('/gates')
    expect(paths(as('admin'))).toEqual(
      expect.arrayContaining(['/taxonomies', '/gates', '/steps', '/accounts', '/journal']),
    )
  })
})
