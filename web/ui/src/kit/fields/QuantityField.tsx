import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../api/client'
import type { Attribute } from '../../api/types'
import { useWords, type Words } from '../../i18n/i18n'
import { parseQuantity, roundToStep } from '../../i18n/quantity'
import { TextField } from './Field'

/** What a number may be; one of no board has no code, and is read by the page alone. */
export type Measured = Pick<Attribute, 'unit' | 'min' | 'max' | 'step'> & Partial<Pick<Attribute, 'board' | 'code'>>

/**
 * A number as people type it, with what it means shown beside it at once. The text stays as typed; a value that came
 * from elsewhere (a relaxation, another user) replaces it. What is typed is guessed here, so that nothing waits, and
 * read by the server, whose reader of files and searches has the last word.
 */
export function QuantityField({
  label,
  value,
  attribute,
  unit = attribute.unit,
  onChange,
  errors,
  required = false,
}: {
  label: string
  value: number | undefined
  attribute: Measured
  unit?: string | undefined
  onChange: (value: number | undefined) => void
  errors?: string[] | undefined
  required?: boolean
}) {
  const words = useWords()
  const [typed, setTyped] = useState<Typed>({ text: canonical(value, unit), value })
  const text = Object.is(typed.value, value) ? typed.text : canonical(value, unit)
  const guess = interpret(text, attribute, unit)
  const set = (next: Typed) => {
    setTyped(next)
    onChange(next.value)
  }
  const read = useServerReading(attribute, set)
  const change = (next: string) => {
    set({ text: next, value: interpret(next, attribute, unit).value })
    read(next)
  }
  const shown = typed.text === text && typed.reasons ? typed.value : guess.value
  const hint = shown === undefined ? undefined : `= ${describe(shown, unit, words)}`
  const guessed =
    guess.error &&
    words.t(`quantity.${guess.error}`, {
      min: limit(attribute.min, unit, words),
      max: limit(attribute.max, unit, words),
    })
  const own = typed.text === text && typed.reasons ? typed.reasons.join(' ') : guessed
  return (
    <TextField
      label={label}
      value={text}
      onChange={(event) => change(event.target.value)}
      autoComplete="off"
      hint={hint}
      errors={own ? [own] : errors}
      required={required}
      placeholder={words.t(`unit.placeholder.${unit ?? 'none'}`, { defaultValue: '' })}
    />
  )
}

/** `reasons`: why the server reads no value in the text; empty where it reads one, left out until it has answered. */
interface Typed {
  text: string
  value: number | undefined
  reasons?: string[]
}

const pause = 120

/** Asks how a text is read once the typing pauses; only the answer to the last text counts. */
function useServerReading({ board, code }: Measured, set: (typed: Typed) => void) {
  const cache = useQueryClient()
  const { language } = useWords()
  const latest = useRef({ text: '', set, timer: 0 })
  useEffect(() => {
    latest.current.set = set
  })
  useEffect(() => {
    const now = latest.current
    return () => {
      clearTimeout(now.timer)
      now.text = ''
    }
  }, [])
  return (text: string) => {
    const now = latest.current
    clearTimeout(now.timer)
    now.text = text
    // A plain number is the same to everybody.
    if (board === undefined || /^\d{0,4}(\.\d+)?$/.test(text.trim())) return
    now.timer = window.setTimeout(() => {
      void cache
        .fetchQuery({
          queryKey: ['reading', board, code, language, text],
          queryFn: () => api.get('/api/reading', { query: { board, attribute: code!, text: text.slice(0, 500) } }),
          staleTime: Infinity,
        })
        // Without an answer the guess stands; the server refuses it when it is saved.
        .catch(() => undefined)
        .then((answer) => {
          if (answer && now.text === text)
            now.set({
              text,
              value: typeof answer.value === 'number' ? answer.value : undefined,
              reasons: answer.reasons,
            })
        })
    }, pause)
  }
}

const describe = (value: number, unit: string | undefined, { format }: Words) =>
  unit === 'distance' ? format.distance(value) : format.both(value, unit)

const limit = (bound: number | string | undefined, unit: string | undefined, words: Words) =>
  typeof bound === 'number' ? describe(bound, unit, words) : ''

function canonical(value: number | undefined, unit: string | undefined) {
  if (value === undefined) return ''
  const suffix: Record<string, string> = {
    m2: ' m²',
    'HKD/m2/month': '/m²',
    m: ' m',
    distance: ' m',
    kPa: ' kPa',
    kN: ' kN',
    kg: ' kg',
    A: ' A',
  }
  return `${unit === 'HKD/m2/month' ? '$' : ''}${value}${suffix[unit ?? ''] ?? ''}`
}

type Interpreted =
  { value: number; error?: undefined } | { value: undefined; error?: 'notANumber' | 'unknownUnit' | 'outOfRange' }

/** What the text probably means: the page's own guess, which never contradicts the server's reader. */
export function interpret(text: string, attribute: Measured, unit: string | undefined): Interpreted {
  const parsed = parseQuantity(text, unit === 'distance' ? 'm' : unit)
  if ('error' in parsed)
    return parsed.error === 'empty' ? { value: undefined } : { value: undefined, error: parsed.error }
  const { min, max } = unit === 'distance' ? { min: 0, max: undefined } : attribute
  if ((typeof min === 'number' && parsed.value < min) || (typeof max === 'number' && parsed.value > max)) {
    return { value: undefined, error: 'outOfRange' }
  }
  return { value: roundToStep(parsed.value, unit === 'distance' ? 1 : attribute.step) }
}
