import { describe, expect, it } from 'vitest'
import type { Attribute } from '../api/types'
import { fromAddress } from '../brief/address'
import { buildersPath, centresPath, spacesPath } from './links'

const info = (builders: string[], fields: string[]) => ({ builders, fields }) as Parameters<typeof buildersPath>[0]
const criteriaOf = (path: string) => fromAddress(new URLSearchParams(path.split('?')[1]))!.criteria

const attributes = new Map(
  (['cleanRoom:flag', 'exhaust:flag', 'power:number'] as const).map((each) => {
    const [code, kind] = each.split(':')
    return [code!, { code, kind } as Attribute]
  }),
)

describe('A link from a step', () => {
  it('asks for the one capability, or ranks those who have the most of several', () => {
    expect(criteriaOf(buildersPath(info(['environment'], []))).partners).toMatchObject([
      { attribute: 'capabilities', op: 'covers', value: 'environment', strength: 'must' },
    ])
    const several = criteriaOf(centresPath(info([], ['ai/vision', 'data/cloud']))).research!
    expect(several.map(({ value, strength }) => [value, strength])).toEqual([
      ['ai/vision', 'prefer'],
      ['data/cloud', 'prefer'],
    ])
  })

  it('opens the one that is named', () => expect(buildersPath(info(['environment'], []), 'f7')).toContain('match=f7'))

  it('asks spaces for what is there or not, and for no amount that nobody said', () => {
    const found = spacesPath(
      [{ attribute: 'cleanRoom' }, { attribute: 'exhaust', value: true }, { attribute: 'power' }],
      attributes,
    )
    expect(criteriaOf(found!).sites).toMatchObject([{ attribute: 'cleanRoom', op: 'is', value: true }])
    expect(spacesPath([{ attribute: 'power' }, { attribute: 'exhaust', value: true }], attributes)).toBeUndefined()
  })
})
