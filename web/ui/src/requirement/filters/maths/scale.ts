import type { Attribute } from '../../../api/types'
import { roundToStep } from '../../../i18n/quantity'

/** A value of an attribute: a number in its unit, or a day. */
export type Plain = number | string

/**
 * A slider's line in the reader's own unit, or in days: knobs stand on whole steps of it, bars and limits wherever
 * their values are.
 */
export interface Scale {
  from: number
  to: number
  /** What one press of an arrow key moves a knob by: round in the reader's unit, and at most 60 to the whole line. */
  step: number
  /** The attribute's own step, on this scale. */
  grain: number
  /** Where a value stands; it may lie beyond the ends. */
  at: (value: Plain) => number
  /** The value that a place means, which the attribute allows. */
  value: (place: number) => Plain
}

const most = 60
const day = 86_400_000
const tidy = (number: number) => Math.round(number * 1e9) / 1e9
const dayOf = (text: string) => Math.round(Date.parse(`${text}T00:00:00Z`) / day)
const textOf = (number: number) => new Date(number * day).toISOString().slice(0, 10)

/** The least of 1, 2 and 5 times a power of ten that parts the span into at most 60, and is no finer than the grain. */
export function roundStep(span: number, grain: number) {
  for (let power = -3; ; power++) {
    for (const digit of [1, 2, 5]) {
      const step = tidy(digit * 10 ** power)
      if (step >= grain - 1e-9 && span / step <= most) return step
    }
  }
}

/** `factor`: how many of the reader's units one of the attribute's is. Days are stepped singly, by weeks or by four. */
export function scaleOf(attribute: Attribute, min: Plain, max: Plain, factor: number): Scale {
  if (attribute.kind === 'date') {
    const [from, last] = [dayOf(String(min)), dayOf(String(max))]
    const step = [1, 7, 28].find((days) => (last - from) / days <= most) ?? 364
    return {
      from,
      to: from + Math.max(1, Math.ceil((last - from) / step)) * step,
      step,
      grain: 1,
      at: (value) => dayOf(String(value)),
      value: (place) => clamped(textOf(Math.round(place)), attribute),
    }
  }
  const grain = (attribute.step ?? 1) * factor
  const at = (value: Plain) => tidy(Number(value) * factor)
  const step = roundStep(at(max) - at(min), grain)
  const from = tidy(Math.floor(at(min) / step + 1e-9) * step)
  const to = tidy(Math.ceil(at(max) / step - 1e-9) * step)
  return {
    from,
    to: to > from ? to : tidy(from + step),
    step,
    grain,
    at,
    value: (place) => clamped(roundToStep(place / factor, attribute.step), attribute),
  }
}

function clamped<Value extends Plain>(value: Value, { min, max }: Attribute): Value {
  if (min !== undefined && value < min) return min as Value
  return max !== undefined && value > max ? (max as Value) : value
}

/** The share of the line that lies before a place, from 0 to 1. */
export const shareAt = ({ from, to }: Scale, place: number) => Math.min(1, Math.max(0, (place - from) / (to - from)))

/** The nearest place where a knob can stand. */
export const snapped = (scale: Scale, place: number) =>
  tidy(
    Math.min(scale.to, Math.max(scale.from, scale.from + Math.round((place - scale.from) / scale.step) * scale.step)),
  )
