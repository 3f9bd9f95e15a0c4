import { useEffect, useRef, useState } from 'react'
import type { Schema } from '../../api/boards'
import type { Attribute, BoardCode, Criterion } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { RangeSlider } from '../../kit/fields/RangeSlider'
import { describeRequired, readersUnit, requiredOf } from '../../score/describe'
import { Bars } from './Bars'
import { type Bin, countIn, type Facet, nextStep, type Range, scaleFor } from './maths/bins'
import { criterionAt, knobsOf, mustRange, placesOf, rangeOf } from './maths/knobs'
import type { Scale } from './maths/scale'

const pause = 150

/**
 * One attribute: how the list is spread over it, and knobs that move what is asked of it. What is drawn follows the
 * hand at once; the requirement follows when the hand pauses or lets go.
 */
export function Histogram({
  board,
  attribute,
  criterion,
  facet,
  total,
  schema,
  onChange,
}: {
  board: BoardCode
  attribute: Attribute
  criterion: Criterion | undefined
  /** Undefined: not counted yet. */
  facet: Facet | undefined
  /** How many the list holds, of the same criteria as shown; undefined: not counted for them yet. */
  total: number | undefined
  schema: Schema
  onChange: (next: Criterion | undefined) => void
}) {
  const words = useWords()
  const { t, text, format } = words
  const name = text(attribute.label)
  const [moved, setMoved] = useState<number[]>()
  const timer = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])
  const bins = facet?.bins ?? []
  const scale = facet && scaleFor(attribute, facet, format.factor(readersUnit(attribute)))
  if (!scale || !facet)
    return (
      <div className="filter">
        <div className="filter-head">
          <span className="filter-name">{name}</span>
        </div>
        {facet && <p className="meta">{t('filters.noValues')}</p>}
      </div>
    )

  const knobs = knobsOf(attribute, criterion)
  const next = moved ? criterionAt(knobs, moved, attribute, criterion, scale) : criterion
  const places = moved ?? placesOf(knobs, rangeOf(criterion, scale), scale)
  const range = mustRange(next, scale)
  const unknown = facet.unknown.relaxed
  const counted = moved || total === undefined ? countIn(bins, scale, range ?? {}).count + unknown : total
  const accepted = total === undefined ? countIn(bins, scale, range ?? {}).count : sumOf(bins)
  const step = !moved && range ? nextStep(bins, scale, range, accepted) : undefined
  const commit = (at: number[]) => {
    clearTimeout(timer.current)
    onChange(criterionAt(knobs, at, attribute, criterion, scale))
  }
  const move = (at: number[]) => {
    setMoved(at)
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => commit(at), pause)
  }
  const release = (at: number[]) => {
    commit(at)
    setMoved(undefined)
  }
  const asked = describe(next)
  const said = t('filters.said', { value: asked ?? t('filters.any'), count: t(`${board}.count`, { count: counted }) })
  return (
    <div className="filter" role="group" aria-label={name}>
      <div className="filter-head">
        <span className="filter-name" title={name}>
          {name}
        </span>
        <span className={asked ? 'filter-value nums' : 'filter-value meta'}>{asked ?? t('filters.any')}</span>
        {step && (
          <button
            type="button"
            className="filter-gain nums"
            onClick={() => onChange(stepped(step.side, step.place, scale, range!))}
          >
            {knobs === 'both' || attribute.kind === 'date'
              ? `+${format.number(step.gain)}`
              : t('filters.gain', { count: step.gain, at: limitText(step.side, scale.value(step.place)) })}
            <span className="visually-hidden">
              {t('filters.take', { name, at: limitText(step.side, scale.value(step.place)) })}
            </span>
          </button>
        )}
      </div>
      <div className="filter-body">
        <div className="filter-plot">
          <Bars bins={bins} scale={scale} range={range} />
          <RangeSlider
            key={knobs}
            label={name}
            names={knobs === 'both' ? [t('filters.from'), t('filters.to')] : [t(`filters.${knobs}`)]}
            texts={places.map(() => said)}
            values={places}
            from={scale.from}
            to={scale.to}
            step={scale.step}
            side={knobs === 'both' ? 'between' : knobs === 'high' ? 'before' : 'after'}
            onChange={move}
            onChangeEnd={release}
          />
        </div>
        <Unknown count={unknown} />
      </div>
    </div>
  )

  function describe(one: Criterion | undefined) {
    const required = one && requiredOf(one)
    if (required === undefined) return undefined
    // A day with its words would take the room of the name.
    return typeof required === 'string' && attribute.kind === 'date'
      ? `${one!.op === 'atLeast' ? '≥' : '≤'} ${format.day(required)}`
      : describeRequired(one!.op, required, schema.byCode.get(attribute.code), words)
  }

  function limitText(side: keyof Range, value: number | string) {
    const sign = side === 'low' ? '≥' : '≤'
    return typeof value === 'string'
      ? `${sign} ${format.shortDay(value)}`
      : `${sign} ${format.bare(value, readersUnit(attribute), attribute.step)}`
  }

  function stepped(side: keyof Range, place: number, on: Scale, { low, high }: Range) {
    const to = { low, high, [side]: place }
    const at = knobs === 'both' ? [to.low ?? on.from, to.high ?? on.to] : [place]
    return criterionAt(knobs, at, attribute, criterion, on)
  }
}

const sumOf = (bins: Bin[]) => bins.reduce((sum, { count }) => sum + count, 0)

/** Those whose value nobody knows: a state of its own, beside the line. */
function Unknown({ count }: { count: number }) {
  const { t } = useWords()
  return (
    <span className={count > 0 ? 'filter-unknown nums' : 'filter-unknown none'} title={t('filters.unknown', { count })}>
      <span aria-hidden="true">{count > 0 && `?${count}`}</span>
      <span className="visually-hidden">{t('filters.unknown', { count })}</span>
    </span>
  )
}
