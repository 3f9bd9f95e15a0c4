import { expect, test } from 'vitest'
import { asksCode, pageAfter, problemOf, providerLink } from './providerReturn'

test('a sign-in goes on with the page that was asked for, of this site alone', () => {
  expect(pageAfter('/sign-in', 'to=%2Fdesk%3Fa%3Db')).toBe('/desk?a=b')
  expect(pageAfter('/desk', 'a=b')).toBe('/desk?a=b')
  expect(pageAfter('/desk', '')).toBe('/desk')
  for (const to of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', '', 'desk'])
    expect(pageAfter('/sign-in', new URLSearchParams({ to }).toString())).toBe('/')
})

test('only known problems have a text', () => {
  expect(problemOf('problem=noRole&to=%2F')).toBe('noRole')
  expect(problemOf('problem=constructor')).toBeUndefined()
  expect(problemOf('problem=&to=%2F')).toBeUndefined()
  expect(asksCode('step=code&problem=wrongCode')).toBe(true)
  expect(asksCode('')).toBe(false)
})

test('the page and the language go along', () => {
  expect(providerLink('/api/sign-in/provider', 'sc', '/desk?a=b&c=d')).toBe(
    '/api/sign-in/provider?language=sc&to=%2Fdesk%3Fa%3Db%26c%3Dd',
  )
})
