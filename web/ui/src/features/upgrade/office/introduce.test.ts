import { afterEach, expect, it, vi } from 'vitest'
import { ProblemError } from '../../../api/client'
import type { PathStep, UpgradeStepInfo } from '../../../upgrade/types'
import { askFor, meetingsOf } from './introduce'

const { get, post } = vi.hoisted(() => ({ get: vi.fn(), post: vi.fn() }))
vi.mock('../../../api/client', async (original) => ({ ...(await original<object>()), api: { get, post } }))
afterEach(() => vi.resetAllMocks())

const info = { id: 'mes', builders: ['digital/software/mes', 'digital/iiot'], fields: ['data/analytics'] }
const step = (part: Partial<PathStep>) =>
  ({ step: 'mes', status: 'planned', builders: [{ id: 'f2' }], centres: [{ id: 'c1' }], ...part }) as PathStep
const meetings = () => meetingsOf([step({})], () => info as unknown as UpgradeStepInfo)
const refused = (status: number) => new ProblemError({ title: '', status, errors: {} } as never)

it('offers who builds each step and who has its technology, of steps that are not done', () => {
  expect(meetings().map(({ role, board, who }) => [role, board, who.id])).toEqual([
    ['builds', 'partners', 'f2'],
    ['invents', 'research', 'c1'],
  ])
  expect(meetingsOf([step({ status: 'done' })], () => undefined)).toEqual([])
})

it('uses a requirement that asks the same, and saves one under the name of the step otherwise', async () => {
  const [builder, centre] = meetings()
  get.mockResolvedValue({
    items: [
      { id: 'd0', owner: 'firms/f9', board: 'partners', criteria: builder!.criteria },
      { id: 'd1', owner: 'firms/f1', board: 'partners', criteria: builder!.criteria },
      { id: 'd2', owner: 'firms/f1', board: 'research', criteria: [] },
    ],
  })
  post.mockImplementation((path: string) => Promise.resolve({ id: path === '/api/demands' ? 'd3' : 'i1' }))
  const asked = await askFor('firms/f1', [builder!, centre!], () => 'MES')
  expect(asked.map(({ id }) => id)).toEqual(['i1', 'i1'])
  expect(post.mock.calls).toEqual([
    ['/api/introductions', { body: { demand: 'd1', match: 'f2' } }],
    ['/api/demands', { body: { board: 'research', owner: 'firms/f1', name: 'MES', criteria: centre!.criteria } }],
    ['/api/introductions', { body: { demand: 'd3', match: 'c1' } }],
  ])
})

it('asks for the others where one is refused, and says which is open already', async () => {
  get.mockResolvedValue({ items: [] })
  const answers = [{ id: 'd1' }, refused(409), refused(503), { id: 'd2' }, { id: 'i2' }]
  post.mockImplementation(() => {
    const next = answers.shift()
    return next instanceof ProblemError ? Promise.reject(next) : Promise.resolve(next)
  })
  const [builder, centre] = meetings()
  const asked = await askFor('firms/f1', [builder!, centre!, centre!], () => 'MES')
  expect(asked.map(({ id, isOpen, error }) => [id, isOpen, error instanceof ProblemError])).toEqual([
    [undefined, true, false],
    [undefined, undefined, true],
    ['i2', undefined, false],
  ])
})
