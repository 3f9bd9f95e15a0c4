import { describe, expect, it } from 'vitest'
import type { Me, Role } from '../api/types'
import { destinations } from './navigation'

const as = (role: Role, party: Partial<Me> = {}) => destinations({ email: 'a@b', role, ...party })
const paths = (found: ReturnType<typeof destinations>) => [...found.main, ...found.records].map(({ path }) => path)

describe('The menu', () => {
  it('offers each role its own boards', () => {
    expect(paths(destinations(null))).toEqual(['/sites', '/research', '/programmes'])
    expect(paths(as('firm', { firm: 'f1' }))).toEqual([
      '/sites',
      '/partners',
      '/research',
      '/opportunities',
      '/programmes',
      '/firm',
      '/demands',
      '/introductions',
      '/enquiries',
    ])
    expect(paths(as('enterprise', { enterprise: 'e1' }))).not.toContain('/opportunities')
    expect(paths(as('owner', { owner: 'o1' }))).toEqual([
      '/sites',
      '/research',
      '/programmes',
      '/buildings',
      '/introductions',
    ])
  })
  it('keeps taxonomies and accounts for the operator', () => {
    expect(paths(as('officer'))).not.toContain('/taxonomies')
    expect(paths(as('admin'))).toEqual(expect.arrayContaining(['/taxonomies', '/accounts', '/journal']))
  })
})
