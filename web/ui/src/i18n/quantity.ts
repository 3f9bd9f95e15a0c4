/**
 * Quantities as people in Hong Kong type them. What a bare 呎 means follows from the attribute: square feet for an area,
 * feet for a length, and a month's rent a square foot for a rent.
 */

/** 1 ft = 0.3048 m, 1 lb = 0.45359237 kg, g = 9.80665 m/s². */
const foot = 0.3048
const squareFoot = foot * foot
const pound = 0.45359237
const gravity = 9.80665
const psf = (pound * gravity) / squareFoot / 1000

const square = {
  ft: [
    'ft2',
    'ft²',
    'sqft',
    'sq.ft',
    'sq.ft.',
    'sf',
    'squarefeet',
    'squarefoot',
    '平方呎',
    '平方尺',
    '方呎',
    '呎',
    '尺',
    '平方英尺',
  ],
  m: ['m2', 'm²', 'sqm', 'sq.m', 'sq.m.', 'squaremetres', 'squaremeters', '平方米', '平米', '方米'],
}

/** A month's rent: `14/呎`, `14/ft2/month`, `150/m2/月`. */
function rents(names: string[], factor: number) {
  const months = ['', '/month', '/mo', '/m', '/月', '每月', 'permonth', 'pm']
  const per = names.flatMap((name) => [`/${name}`, `per${name}`, `每${name}`, name])
  return per.flatMap((name) => months.map((month) => [name + month, factor] as const))
}

const all = (names: string[], factor: number) => names.map((name) => [name, factor] as const)

const metres = [
  ...all(['m', '米', '公尺', 'metre', 'metres', 'meter', 'meters'], 1),
  ...all(['cm', '厘米', '公分'], 0.01),
  ...all(['mm', '毫米'], 0.001),
  ...all(['km', '公里', '千米'], 1000),
  ...all(['ft', "'", '′', '’', '呎', '尺', 'feet', 'foot', '英尺'], foot),
  ...all(['in', '"', '″', '”', '吋', '寸', 'inch', 'inches', '英寸'], foot / 12),
]
const kilograms = [
  ...all(['kg', '公斤', '千克', 'kgs'], 1),
  ...all(['t', 'ton', 'tons', 'tonne', 'tonnes', '噸', '吨', '公噸', '公吨'], 1000),
  ...all(['lb', 'lbs', '磅'], pound),
]
const perMonth = [...rents(square.m, 1), ...rents(square.ft, 1 / squareFoot)]

const factors: Record<string, ReadonlyMap<string, number>> = {
  m2: new Map([...all(square.m, 1), ...all(square.ft, squareFoot)]),
  'HKD/m2/month': new Map(perMonth),
  m: new Map(metres),
  kPa: new Map([
    ...all(['kpa', 'kn/m2', 'kn/m²', '千帕'], 1),
    ...all(
      [
        'psf',
        'lb/ft2',
        'lb/ft²',
        'lbs/ft2',
        'lb/sqft',
        'lbs/sqft',
        '磅',
        '磅/呎',
        '磅/平方呎',
        '磅每平方呎',
        'lb',
        'lbs',
      ],
      psf,
    ),
    ...all(['kg/m2', 'kg/m²', '公斤/平方米'], gravity / 1000),
  ]),
  kN: new Map([
    ...all(['kn', '千牛', '千牛頓'], 1),
    ...kilograms.map(([name, factor]) => [name, (factor * gravity) / 1000] as const),
  ]),
  kg: new Map(kilograms),
  A: new Map([...all(['a', 'amp', 'amps', 'ampere', 'amperes', '安', '安培', '安倍'], 1), ...all(['ka'], 1000)]),
  month: new Map([
    ...all(['month', 'months', 'mo', '個月', '个月', '月'], 1),
    ...all(['year', 'years', 'y', 'yr', 'yrs', '年'], 12),
  ]),
  year: new Map(all(['年'], 1)),
  storey: new Map(all(['/f', 'f', '樓', '楼', '字樓', '層', '层'], 1)),
  pieces: new Map(all(['件', '個', '个', 'pcs', 'pieces', 'piece', 'pc'], 1)),
  persons: new Map(all(['人', '名', '位', 'people', 'persons', 'staff'], 1)),
  day: new Map([
    ...all(['日', '天', 'day', 'days', 'd'], 1),
    ...all(['week', 'weeks', '星期', '週', '周'], 7),
    ...all(['month', 'months', '個月', '个月'], 30),
  ]),
  'h/month': new Map(all(['h', 'hours', '小時', '小时', 'h/month', '小時/月', '小时/月'], 1)),
  'HKD/year': new Map(all(['/year', '/年', '元/年'], 1)),
  mm: new Map([...all(['mm', '毫米'], 1), ...all(['cm', '厘米'], 10), ...all(['µm', 'μm', 'um', '微米'], 0.001)]),
  count: new Map(all(['部', '個', '个', '層', '层', '架'], 1)),
}

const multipliers: Record<string, number> = { 萬: 10_000, 万: 10_000, 千: 1_000, k: 1_000 }

export type Parsed = { value: number; converted: boolean } | { error: 'empty' | 'notANumber' | 'unknownUnit' }

/** The number in the attribute's unit, not yet rounded to its step. `converted`: it was typed in another unit. */
export function parseQuantity(typed: string, unit: string | undefined): Parsed {
  const plain = typed.normalize('NFKC').toLowerCase()
  if (!areGroups(plain)) return { error: 'notANumber' }
  if (/^\s*[+-]\s/.test(plain)) return { error: 'notANumber' }
  const written = plain.replace(/[\s,]/g, '')
  const text = written.replace(/^(hk\$|hkd|\$|港幣|港币|港元)/, '')
  if (text === '') return { error: written === '' ? 'empty' : 'notANumber' }
  if (unit === 'storey' && /^(g|g\/f|地下|地面[層层]?)$/.test(text)) return { value: 0, converted: false }
  const feetAndInches =
    unit === 'm' ? /^(\d+(?:\.\d+)?)(?:'|′|’|呎|尺|ft)(\d+(?:\.\d+)?)(?:"|″|”|''|吋|寸|in)?$/.exec(text) : null
  if (feetAndInches)
    return Number(feetAndInches[2]) < 12
      ? { value: (Number(feetAndInches[1]) + Number(feetAndInches[2]) / 12) * foot, converted: true }
      : { error: 'notANumber' }
  const read = parseNumberAndUnit(text, unit)
  // Money is a sum, and a rent only once it says for what area.
  const isMoney = text !== written || /元$/.test(text)
  const takesMoney = unit === 'HKD/year' || (unit === 'HKD/m2/month' && !/^[\d.萬万千k]+元?$/.test(text))
  return isMoney && 'value' in read && !takesMoney ? { error: 'unknownUnit' } : read
}

/** Whether commas and spaces between digits set off groups of three: 4,5 could be 4.5 or 45 and is never guessed. */
function areGroups(text: string) {
  const runs = [...(text.match(/[\d,]*,[\d,]*/g) ?? []), ...(text.match(/\d+(?:\s+\d+)+/g) ?? [])]
  return runs.every((run) => /^[1-9]\d{0,2}(?:,\d{3})+$|^[1-9]\d{0,2}(?:\s\d{3})+$/.test(run))
}

function parseNumberAndUnit(text: string, unit: string | undefined): Parsed {
  const found = /^([+-]?(?:\d+(?:\.\d+)?|\.\d+))(萬|万|千|k(?!g|n|pa|a|m(?![2²])))?(.*)$/.exec(text)
  if (!found) return { error: 'notANumber' }
  const [, digits, multiplier, rest] = found
  const number = Number(digits) * (multiplier ? multipliers[multiplier]! : 1)
  const name = rest!.replace(/^(hk\$|hkd|\$|元)/, '')
  if (name === '') return { value: number, converted: false }
  const factor = unit ? factors[unit]?.get(name.replace(/^\/$/, '')) : undefined
  if (factor === undefined) return { error: 'unknownUnit' }
  return { value: number * factor, converted: factor !== 1 }
}

/** The nearest step, half up, as the server rounds: 14 呎 of headroom is 4.27 m. */
export function roundToStep(value: number, step = 1) {
  // A step below one is a power of ten; dividing by its inverse keeps 4.27 from becoming 4.2700000000000005.
  if (step >= 1) return Math.floor(value / step + 0.5) * step
  const inverse = Math.round(1 / step)
  return Math.floor(value * inverse + 0.5 + 1e-9) / inverse
}

export const squareFeet = (squareMetres: number) => squareMetres / squareFoot
export const perSquareFoot = (perSquareMetre: number) => perSquareMetre * squareFoot
export const poundsPerSquareFoot = (kilopascals: number) => kilopascals / psf
export const feet = (length: number) => length / foot

/**
 * The roundest number in another unit that is read back as the same value: 743 m², to which 8,000 sq ft are rounded, is
 * 8,000 sq ft again and not 7,998. `factor`: how many of the other unit one of the value's own is.
 */
export function roundest(value: number, step: number, factor: number) {
  const [centre, half] = [value * factor, (step * factor) / 2]
  for (let power = 6; power >= -2; power--) {
    for (const digit of [10, 5]) {
      const near = Number((Math.round(centre / digit / 10 ** (power - 1)) * digit * 10 ** (power - 1)).toFixed(3))
      if (near >= centre - half && near < centre + half) return near
    }
  }
  return Number(centre.toFixed(2))
}
