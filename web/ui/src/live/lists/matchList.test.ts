import { beforeEach, describe, expect, it } from 'vitest'
import { MatchList } from './matchList'
import { Some } from '../Some'

describe('A live list', () => {
  let list: MatchList
  beforeEach(() => {
    list = new MatchList()
    list.replace([Some.match('a', 90), Some.match('b', 80), Some.match('c', 70)])
    list.rank()
  })
  const order = () => list.readList().order

  it('begins with nothing pending and nothing highlighted', () => {
    expect(list.readList()).toMatchObject({ order: ['a', 'b', 'c'], pending: 0, total: 3 })
    expect(list.readRow('a')).toMatchObject({ change: 0, delta: 0, gone: false })
  })

  it('changes a value in place and keeps the order until it is ranked', () => {
    list.apply([Some.changed(6, 'c', 95)])
    list.flush()
    expect(order()).toEqual(['a', 'b', 'c'])
    expect(list.readRow('c')).toMatchObject({ delta: 25, change: 1 })
    expect(list.readList().pending).toBe(1)
    list.rank()
    expect(order()).toEqual(['c', 'a', 'b'])
    expect(list.readRow('c')).toMatchObject({ delta: 0, change: 0 })
  })

  it('keeps what is gone, greyed, until it is ranked', () => {
    list.apply([Some.gone(6, 'b')])
    list.flush()
    expect(list.readRow('b')).toMatchObject({ gone: true, match: { score: 80 } })
    expect(list.readList()).toMatchObject({ order: ['a', 'b', 'c'], pending: 1, total: 2 })
    list.rank()
    expect(order()).toEqual(['a', 'c'])
  })

  it('shows what appeared only once it is ranked', () => {
    list.apply([Some.appeared(6, 'd', 99)])
    list.flush()
    expect(list.readList()).toMatchObject({ order: ['a', 'b', 'c'], pending: 1, total: 4 })
    list.rank()
    expect(order()[0]).toBe('d')
  })

  it('forgets an insertion that is taken back and a change that is undone', () => {
    list.apply([Some.appeared(6, 'd', 99)])
    list.apply([Some.gone(7, 'd')])
    list.apply([Some.changed(8, 'a', 10)])
    list.apply([Some.changed(9, 'a', 90)])
    list.flush()
    expect(list.readList().pending).toBe(0)
  })

  it('brings back a row that was gone', () => {
    list.apply([Some.gone(6, 'b')])
    list.flush()
    list.apply([Some.appeared(7, 'b', 82)])
    list.flush()
    expect(list.readRow('b')).toMatchObject({ gone: false, delta: 2 })
  })

  it('keeps rows in place when the server gives the whole list anew', () => {
    list.replace([Some.match('c', 99), Some.match('a', 90)])
    list.flush()
    expect(order()).toEqual(['a', 'b', 'c'])
    expect(list.readRow('b')?.gone).toBe(true)
  })

  it('keeps the same row object while nothing in it changed', () => {
    const row = list.readRow('a')
    list.apply([Some.changed(6, 'b', 81)])
    list.flush()
    expect(list.readRow('a')).toBe(row)
  })

  it('orders by score, then fewer unknown musts, then id', () => {
    list.replace([Some.match('z', 50), Some.match('y', 50, 1), Some.match('x', 50), Some.match('w', 60)])
    list.rank()
    expect(order()).toEqual(['w', 'x', 'z', 'y'])
  })
})
