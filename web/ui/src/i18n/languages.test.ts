import { expect, it } from 'vitest'
import { prefixFor } from './languages'

it.each([
  [['zh-HK', 'en'], 'tc'],
  [['zh-Hant-CN'], 'tc'],
  [['zh-TW'], 'tc'],
  [['yue'], 'tc'],
  [['zh-CN', 'en-US'], 'sc'],
  [['zh-Hans-HK'], 'sc'],
  [['zh'], 'sc'],
  [['en-GB', 'zh-HK'], 'en'],
  [['ja', 'ko', 'en'], 'en'],
  [['ja'], 'tc'],
  [[], 'tc'],
] as const)('A first visitor whose browser asks for %s sees %s', (asked, prefix) =>
  expect(prefixFor(asked)).toBe(prefix),
)
