import { useLayoutEffect, useRef } from 'react'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import './rangeSlider.css'

/**
 * One or two knobs on a line. `texts` are what is said of each knob, in place of a bare number. The line between the
 * knobs is drawn as chosen; beside a single one, that on its `side`.
 */
export function RangeSlider({
  label,
  names,
  texts,
  values,
  from,
  to,
  step,
  side,
  onChange,
  onChangeEnd,
}: {
  label: string
  /** The name of each knob. */
  names: string[]
  texts: string[]
  values: number[]
  from: number
  to: number
  step: number
  side: 'before' | 'after' | 'between'
  onChange: (values: number[]) => void
  onChangeEnd: (values: number[]) => void
}) {
  const share = (value: number) => (100 * (value - from)) / (to - from)
  const [start, end] = [values[0]!, values.at(-1)!]
  const left = side === 'before' ? 0 : share(start)
  const right = side === 'after' ? 100 : share(end)
  return (
    <Slider
      className="range"
      aria-label={label}
      minValue={from}
      maxValue={to}
      step={step}
      value={values}
      onChange={(next) => onChange([next].flat())}
      onChangeEnd={(next) => onChangeEnd([next].flat())}
    >
      <SliderTrack className="range-track">
        <div className="range-line" />
        <div className="range-fill" style={{ left: `${left}%`, width: `${right - left}%` }} />
        {values.map((_, index) => (
          <Knob key={index} index={index} name={names[index]!} text={texts[index]!} />
        ))}
      </SliderTrack>
    </Slider>
  )
}

function Knob({ index, name, text }: { index: number; name: string; text: string }) {
  const input = useRef<HTMLInputElement>(null)
  // React Aria would say the number alone.
  useLayoutEffect(() => input.current?.setAttribute('aria-valuetext', text))
  return <SliderThumb index={index} inputRef={input} aria-label={name} className="range-knob" />
}
