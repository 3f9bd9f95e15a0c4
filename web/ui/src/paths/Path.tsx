import { ArrowUpDown, DoorOpen, MoveVertical, Truck, Weight, Zap } from 'lucide-react'
import type { Schema } from '../api/boards'
import type { Attribute, Machine, Part, PathStep, Value } from '../api/types'
import { useWords, type Words } from '../i18n/i18n'
import { describeValue, labelOf, machineNames } from '../score/describe'
import './path.css'

const icons = {
  door: DoorOpen,
  wayUp: ArrowUpDown,
  headroom: MoveVertical,
  floorLoading: Weight,
  pointLoad: Weight,
  power: Zap,
}

/** On the way from the lorry: first up, then in. */
const order = ['wayUp', 'door', 'headroom', 'floorLoading', 'pointLoad', 'power']

/** The way of each machine into the space, step by step; a step that fails shows both numbers. */
export function Path({ part, steps, schema }: { part: Part; steps: PathStep[]; schema: Schema }) {
  const words = useWords()
  const machines = part.required as Machine[]
  const power = steps.filter((step) => step.machine === undefined)
  return (
    <div className="paths">
      {machines.map((machine, index) => (
        <div key={index} role="group" aria-label={nameOf(machine, index, words)}>
          <h4>{nameOf(machine, index, words)}</h4>
          <Way steps={steps.filter((step) => step.machine === index)} schema={schema} hasLorry />
          <Remedy steps={steps.filter((step) => step.machine === index)} schema={schema} />
        </div>
      ))}
      {power.length > 0 && <Way steps={power} schema={schema} />}
    </div>
  )
}

function nameOf(machine: Machine, index: number, words: Words) {
  return machine.name ? machineNames([machine], words) : words.t('path.machine', { number: index + 1 })
}

function Way({ steps, schema, hasLorry }: { steps: PathStep[]; schema: Schema; hasLorry?: true }) {
  const words = useWords()
  const inOrder = steps.toSorted((a, b) => order.indexOf(a.step) - order.indexOf(b.step))
  return (
    <ol className="way">
      {hasLorry && (
        <li className="way-start">
          <Truck size={20} strokeWidth={1.7} aria-hidden />
          <span>{words.t('path.lorry')}</span>
        </li>
      )}
      {inOrder.map((step) => (
        <StepOfWay key={step.step} step={step} schema={schema} words={words} />
      ))}
    </ol>
  )
}

function StepOfWay({ step, schema, words }: { step: PathStep; schema: Schema; words: Words }) {
  const { t } = words
  const Icon = icons[step.step]
  const mark = { met: '✓', unmet: '✕', unknown: '?' }[step.outcome]
  return (
    <li className={step.outcome}>
      <Icon size={20} strokeWidth={1.7} aria-hidden />
      <div>
        <p>
          <strong>{t(step.step === 'power' ? 'path.powerStep' : `path.${step.step}`)}</strong>
          {step.by && <span className="meta"> {t(`path.${step.by}`)}</span>}
        </p>
        {telling(step).map(([code, required]) => (
          <p key={code} className="nums">
            {said(code, step.actual?.[code], required, schema, words)}
          </p>
        ))}
      </div>
      <span className="way-outcome">
        <span aria-hidden="true">{mark}</span>
        <span className="visually-hidden">{t(`outcome.${step.outcome}`)}</span>
      </span>
    </li>
  )
}

/** What keeps a machine out of this space, as what would let it in. */
function Remedy({ steps, schema }: { steps: PathStep[]; schema: Schema }) {
  const words = useWords()
  const { t, format } = words
  const short = steps.filter(({ outcome }) => outcome === 'unmet').flatMap((step) => telling(step))
  if (short.length === 0) return null
  const needs = short.map(([code, required]) =>
    t('path.at', { label: labelOf(code, schema, words), value: valueOf(required, schema.byCode.get(code), words) }),
  )
  const crates = steps.some(({ step, outcome }) => outcome === 'unmet' && ['door', 'wayUp', 'headroom'].includes(step))
  return (
    <p className="remedy">
      {t('path.passes', { needs: format.list(needs) })} {crates && t('path.inTwo')}
    </p>
  )
}

/** The attributes that tell why: of a step that is met, all; else those that fail or are unknown. */
export function telling({ outcome, by, actual = {}, required = {} }: PathStep): [string, Value][] {
  // Who comes in on the ground or by the ramp asks nothing of the lift.
  if (by === 'ground' || by === 'ramp') return []
  const all = Object.entries(required)
  if (outcome === 'met') return all
  return all.filter(([code, needed]) => {
    const has = actual[code]
    if (outcome === 'unknown') return has === undefined
    return typeof has === 'number' && typeof needed === 'number' && has < needed
  })
}

function said(code: string, actual: Value | undefined, required: Value, schema: Schema, words: Words) {
  const attribute = schema.byCode.get(code)
  return words.t(actual === undefined ? 'path.unknown' : 'path.has', {
    label: labelOf(code, schema, words),
    actual: valueOf(actual, attribute, words),
    required: valueOf(required, attribute, words),
  })
}

const valueOf = (value: Value | undefined, attribute: Attribute | undefined, words: Words) =>
  typeof value === 'number'
    ? words.format.reader(value, attribute?.unit, attribute?.step)
    : describeValue(value, attribute, words)
