import { describe, expect, it } from 'vitest'
import { feet, parseQuantity, poundsPerSquareFoot, roundest, roundToStep, squareFeet } from './quantity'

const value = (typed: string, unit: string) => {
  const parsed = parseQuantity(typed, unit)
  return 'value' in parsed ? parsed.value : parsed.error
}

describe('Quantities as people in Hong Kong type them', () => {
  it.each([
    ['1.2萬呎', 'm2', 1114.836],
    ['1.2万呎', 'm2', 1114.836],
    ['12000 sqft', 'm2', 1114.836],
    ['12,000 sq. ft.', 'm2', 1114.836],
    ['１２０００平方呎', 'm2', 1114.836],
    ['12k sqft', 'm2', 1114.836],
    ['12000 ft²', 'm2', 1114.836],
    ['1115', 'm2', 1115],
    ['1,115 m²', 'm2', 1115],
    ['1，115', 'm2', 1115],
    ['1 115', 'm2', 1115],
    ['4,5', 'm', 'notANumber'],
    ['4，5 米', 'm', 'notANumber'],
    ['1,23', 'm2', 'notANumber'],
    ['12,34,567', 'm2', 'notANumber'],
    ['1.200,50', 'm2', 'notANumber'],
    ['0,500', 'm', 'notANumber'],
    ['1 23', 'm2', 'notANumber'],
    ['1115平方米', 'm2', 1115],
    ['1115 SQM', 'm2', 1115],
    ['2千呎', 'm2', 185.806],
    ['$14/呎', 'HKD/m2/month', 150.695],
    ['14/sqft', 'HKD/m2/month', 150.695],
    ['HK$14 / ft2 / month', 'HKD/m2/month', 150.695],
    ['每呎', 'HKD/m2/month', 'notANumber'],
    ['14每呎', 'HKD/m2/month', 150.695],
    ['＄１４／呎', 'HKD/m2/month', 150.695],
    ['150.7', 'HKD/m2/month', 150.7],
    ['150/平方米', 'HKD/m2/month', 150],
    ['14元/呎', 'HKD/m2/month', 150.695],
    ['14 HKD/ft2/month', 'HKD/m2/month', 150.695],
    ['150 psf', 'kPa', 7.182],
    ['150磅', 'kPa', 7.182],
    ['7.5 kPa', 'kPa', 7.5],
    ['7.5kN/m²', 'kPa', 7.5],
    ['10', 'kPa', 10],
    ['14呎', 'm', 4.2672],
    ["14'", 'm', 4.2672],
    [`14'6"`, 'm', 4.4196],
    ['14呎6吋', 'm', 4.4196],
    ['14 ft', 'm', 4.2672],
    ['420cm', 'm', 4.2],
    ['4200 mm', 'm', 4.2],
    ['4.2米', 'm', 4.2],
    ['0.5 km', 'm', 500],
    ['3t', 'kg', 3000],
    ['3噸', 'kg', 3000],
    ['2,000 kg', 'kg', 2000],
    ['1000lb', 'kg', 453.592],
    ['2t', 'kN', 19.613],
    ['20 kN', 'kN', 20],
    ['200A', 'A', 200],
    ['２００Ａ', 'A', 200],
    ['200 安培', 'A', 200],
    ['3年', 'month', 36],
    ['36個月', 'month', 36],
    ['2 years', 'month', 24],
    ['12/F', 'storey', 12],
    ['12樓', 'storey', 12],
    ['G/F', 'storey', 0],
    ['地下', 'storey', 0],
    ['地面层', 'storey', 0],
    ['-1', 'storey', -1],
    ['1985年', 'year', 1985],
  ])('reads %s for %s', (typed, unit, expected) => {
    const read = value(typed, unit)
    if (typeof expected === 'number') expect(read).toBeCloseTo(expected, 2)
    else expect(read).toBe(expected)
  })

  it.each([
    ['', 'm2', 'empty'],
    ['   ', 'm2', 'empty'],
    ['abc', 'm2', 'notANumber'],
    ['12 psf', 'm2', 'unknownUnit'],
    ['5 kPa', 'A', 'unknownUnit'],
    ['1.2.3', 'm', 'unknownUnit'],
    ['--4', 'm', 'notANumber'],
    ['3 部', 'm', 'unknownUnit'],
  ])('refuses %j for %s: %s', (typed, unit, error) => expect(value(typed, unit)).toBe(error))

  it('says whether the number was converted', () => {
    expect(parseQuantity('14呎', 'm')).toMatchObject({ converted: true })
    expect(parseQuantity('4.2 m', 'm')).toMatchObject({ converted: false })
  })

  it.each([
    [4.2672, 0.01, 4.27],
    [1114.836, 1, 1115],
    [150.695, 0.1, 150.7],
    [2004, 10, 2000],
    [2005, 10, 2010],
    [-0.5, 1, -0],
    [4.265, 0.01, 4.27],
  ])('rounds %d to steps of %d, half up', (number, step, expected) =>
    expect(roundToStep(number, step)).toBeCloseTo(expected, 9),
  )
})

describe('A value in the unit that its reader thinks in', () => {
  it.each([
    [743, 1, squareFeet(1), 8000],
    [465, 1, squareFeet(1), 5000],
    [7.2, 0.1, poundsPerSquareFoot(1), 150],
    [8.9, 0.1, poundsPerSquareFoot(1), 185],
    [4.27, 0.01, feet(1), 14],
    [3.65, 0.01, feet(1), 11.98],
    [0, 1, squareFeet(1), 0],
  ])('is round where what was typed was: %d by %d', (value, step, factor, expected) =>
    expect(roundest(value, step, factor)).toBe(expected),
  )

  it.each([
    ['areas', 1, squareFeet(1)],
    ['loads', 0.1, poundsPerSquareFoot(1)],
    ['heights', 0.01, feet(1)],
  ])('is read back as the same value: %s', (_, step, factor) => {
    for (let steps = 1; steps < 4000; steps++) {
      const value = roundToStep(steps * step, step)
      expect(roundToStep(roundest(value, step, factor) / factor, step)).toBe(value)
    }
  })
})
