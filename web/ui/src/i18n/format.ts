import { feet, perSquareFoot, poundsPerSquareFoot, roundest, squareFeet } from './quantity'
import { entryOf, type Language } from './languages'

const zone = 'Asia/Hong_Kong'

interface UnitWords {
  squareMetres: string
  squareFeet: string
  /** Beside the name of what is measured. */
  squareFeetShort: string
  perSquareFoot: string
  perSquareMetre: string
  months: (count: string) => string
  floor: (floor: number) => string
  feet: string
  /** Of load, on a square foot. */
  pounds: string
  pieces: (count: string) => string
  persons: (count: string) => string
  days: (count: string) => string
  hoursAMonth: (count: string) => string
  aYear: (money: string) => string
  level: (level: string) => string
}

const wordsOf: Record<Language, UnitWords> = {
  'zh-Hant': {
    squareMetres: 'm²',
    squareFeet: '平方呎',
    squareFeetShort: '呎',
    perSquareFoot: '/呎',
    perSquareMetre: '/m²',
    pieces: (count) => `${count} 件`,
    persons: (count) => `${count} 人`,
    days: (count) => `${count} 日`,
    hoursAMonth: (count) => `每月 ${count} 小時`,
    aYear: (money) => `每年 ${money}`,
    level: (level) => `第 ${level} 級`,
    months: (count) => `${count} 個月`,
    feet: '呎',
    pounds: '磅',
    floor: (floor) => (floor === 0 ? '地下' : floor < 0 ? `地庫 ${-floor} 層` : `${floor} 樓`),
  },
  'zh-Hans': {
    squareMetres: 'm²',
    squareFeet: '平方英尺',
    squareFeetShort: '平方英尺',
    perSquareFoot: '/平方英尺',
    perSquareMetre: '/m²',
    pieces: (count) => `${count} 件`,
    persons: (count) => `${count} 人`,
    days: (count) => `${count} 天`,
    hoursAMonth: (count) => `每月 ${count} 小时`,
    aYear: (money) => `每年 ${money}`,
    level: (level) => `第 ${level} 级`,
    months: (count) => `${count} 个月`,
    feet: '英尺',
    pounds: '磅',
    floor: (floor) => (floor === 0 ? '地面层' : floor < 0 ? `地库 ${-floor} 层` : `${floor} 楼`),
  },
  en: {
    squareMetres: 'm²',
    squareFeet: 'sq ft',
    squareFeetShort: 'sq ft',
    perSquareFoot: '/sq ft',
    perSquareMetre: '/m²',
    pieces: (count) => `${count} pieces`,
    persons: (count) => `${count} people`,
    days: (count) => `${count} days`,
    hoursAMonth: (count) => `${count} h a month`,
    aYear: (money) => `${money} a year`,
    level: (level) => `level ${level}`,
    months: (count) => `${count} months`,
    feet: 'ft',
    pounds: 'psf',
    floor: (floor) => (floor === 0 ? 'G/F' : floor < 0 ? `B${-floor}/F` : `${floor}/F`),
  },
}

function build(language: Language) {
  const locale = language === 'en' ? 'en-HK' : language === 'zh-Hans' ? 'zh-CN' : 'zh-HK'
  const words = wordsOf[language]
  const numbers = new Map<number, Intl.NumberFormat>()
  const number = (value: number, digits = 2) => {
    if (!numbers.has(digits)) numbers.set(digits, new Intl.NumberFormat(locale, { maximumFractionDigits: digits }))
    return numbers.get(digits)!.format(value)
  }
  const fixed = (value: number, digits: number) => value.toFixed(digits)
  const money = (value: number) => `HK$${number(value, 0)}`
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const shortDayFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const timeFormat = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  const instantFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
  const exactFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: zone })
  const weekdayFormat = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: zone,
  })
  const unit: Record<string, (value: number) => string> = {
    m2: (value) => `${number(value, 0)} ${words.squareMetres}`,
    'HKD/m2/month': (value) => `$${number(perSquareFoot(value), 1)}${words.perSquareFoot}`,
    month: (value) => words.months(number(value, 0)),
    storey: words.floor,
    count: (value) => number(value, 0),
    year: (value) => String(value),
    pieces: (value) => words.pieces(number(value, 0)),
    persons: (value) => words.persons(number(value, 0)),
    day: (value) => words.days(number(value, 0)),
    'h/month': (value) => words.hoursAMonth(number(value, 0)),
    'HKD/year': (value) => words.aYear(money(value)),
    level: (value) => words.level(number(value, 0)),
    TRL: (value) => `TRL ${number(value, 0)}`,
    kg: (value) => `${number(value, 0)} kg`,
    distance: (value) => (value >= 1000 ? `${number(value / 1000, 2)} km` : `${number(value, 0)} m`),
  }
  /** The second unit of a quantity that the trade knows in two. */
  const second: Record<string, (value: number) => string> = {
    m2: (value) => `${number(squareFeet(value), 0)} ${words.squareFeet}`,
    'HKD/m2/month': (value) => `$${number(value, 1)}${words.perSquareMetre}`,
    kPa: (value) => `${number(poundsPerSquareFoot(value), 0)} psf`,
    m: (value) => `${number(feet(value), 1)} ${words.feet}`,
    kg: (value) => `${number(value / 1000, 2)} t`,
    kN: (value) => `${number(value / 9.80665, 2)} t`,
  }
  const units: Partial<Record<string, { factor: number; word: string }>> =
    language === 'zh-Hans'
      ? { m2: { factor: 1, word: words.squareMetres } }
      : {
          m2: { factor: squareFeet(1), word: words.squareFeetShort },
          kPa: { factor: poundsPerSquareFoot(1), word: words.pounds },
          m: { factor: feet(1), word: words.feet },
        }
  const quantity = (value: number, name: string | undefined) =>
    name === undefined ? number(value) : (unit[name]?.(value) ?? `${number(value, 3)} ${name}`)
  const both = (value: number, name: string | undefined) => {
    const other = name ? second[name]?.(value) : undefined
    const brackets = language === 'en' ? [' (', ')'] : ['（', '）']
    return other ? `${quantity(value, name)}${brackets[0]}${other}${brackets[1]}` : quantity(value, name)
  }
  /** The number and what stands around it, in the unit that the reader thinks in. */
  const parts = (value: number, name: string | undefined, step = 1) => {
    if (name === 'HKD/m2/month')
      return { before: '$', number: number(perSquareFoot(value), 1), after: words.perSquareFoot }
    const own = name === undefined ? undefined : units[name]
    return own && { before: '', number: number(roundest(value, step, own.factor)), after: ` ${own.word}` }
  }
  /** The day of an instant with the day of the week. */
  const weekday = (value: string) => weekdayFormat.format(new Date(value))
  /** From an instant for so many minutes, without the day. */
  const hours = (value: string, minutes: number) =>
    `${timeFormat.format(new Date(value))}–${timeFormat.format(Date.parse(value) + minutes * 60_000)}`
  return {
    number,
    fixed,
    /** Whole HK$. */
    money,
    quantity,
    both,
    /** How many of the reader's units one unit of the attribute is. */
    factor: (name: string | undefined) =>
      name === 'HKD/m2/month' ? perSquareFoot(1) : (units[name ?? '']?.factor ?? 1),
    /** A value in the unit that its reader thinks in: square feet in Hong Kong, square metres on the mainland. */
    reader: (value: number, name: string | undefined, step?: number) => {
      const own = parts(value, name, step)
      return own ? own.before + own.number + own.after : quantity(value, name)
    },
    /** The same without its unit, where the unit stands beside it already. */
    bare: (value: number, name: string | undefined, step?: number) => {
      const own = parts(value, name, step)
      return own ? own.before + own.number : quantity(value, name)
    },
    /** From one value to another, with the unit said once. */
    range: (from: number, to: number, name: string | undefined, step?: number) => {
      const [start, end] = [parts(from, name, step), parts(to, name, step)]
      return start && end
        ? `${start.before}${start.number}–${end.before}${end.number}${end.after}`
        : `${quantity(from, name)} – ${quantity(to, name)}`
    },
    second: (value: number, name: string) => second[name]?.(value),
    /** Whole points: a score of 69.6 shows as 70, and the parts keep one decimal. */
    score: (value: number) => String(Math.round(value)),
    points: (value: number) => fixed(value, 1),
    distance: unit.distance!,
    day: (value: string) => dayFormat.format(new Date(`${value}T00:00:00Z`)),
    /** Without its year, for days that are near. */
    shortDay: (value: string) => shortDayFormat.format(new Date(`${value}T00:00:00Z`)),
    time: (value: number | Date) => timeFormat.format(value),
    instant: (value: string) => instantFormat.format(new Date(value)),
    /** To the second, for records. */
    exact: (value: string) => exactFormat.format(new Date(value)),
    /** From an instant for so many minutes, with the day of the week. */
    span: (value: string, minutes: number) => `${weekday(value)} ${hours(value, minutes)}`,
    weekday,
    hours,
    list: (items: string[]) => items.join(language === 'en' ? ', ' : '、'),
    tag: entryOf(language).tag,
  }
}

export type Format = ReturnType<typeof build>

const built = new Map<Language, Format>()

export function formatter(language: Language): Format {
  if (!built.has(language)) built.set(language, build(language))
  return built.get(language)!
}
