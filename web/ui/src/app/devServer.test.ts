import { expect, test } from 'vitest'
import config from '../../vite.config'

test('the development server keeps the Host of a request, which sign-in and hub compare with its Origin', () => {
  const routes = Object.entries(config.server?.proxy ?? {})
  expect(routes.map(([path]) => path)).toEqual(['/api', '/live'])
  for (const [path, target] of routes) {
    // A bare address in place of an object would change the Host.
    expect(target, path).toBeTypeOf('object')
    expect(target, path).not.toHaveProperty('changeOrigin')
  }
})
