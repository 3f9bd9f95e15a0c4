import { Check } from 'lucide-react'
import { type KeyboardEvent, memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/i18n'
import { light, type Lit } from './lit'
import { byBest, lookOf, type Mark, signOf } from './marks'

/** The pins and rings, as buttons: one stop of the Tab key, arrow keys walk them from the best on. */
export function Pins({
  marks,
  selected,
  picks,
  lit,
  onPress,
}: {
  marks: Mark[]
  selected: string | undefined
  picks: readonly string[]
  lit: Lit
  onPress: (mark: Mark) => void
}) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState<string>()
  const byKey = new Map(marks.map((mark) => [mark.key, mark]))
  const latest = useRef({ byKey, onPress })
  useEffect(() => {
    latest.current = { byKey, onPress }
  })
  // After each rendering too: new pins bear the light that the old ones bore.
  useLayoutEffect(() => {
    const show = () => {
      const ids = lit.read()?.ids ?? []
      light(box.current!.querySelectorAll<HTMLElement>('[data-mark]'), (pin) =>
        Boolean(ids.length && byKey.get(pin.dataset.mark!)?.points.some(({ id }) => ids.includes(id))),
      )
    }
    show()
    return lit.subscribe(show)
  })
  const [press] = useState(() => (key: string) => {
    const mark = latest.current.byKey.get(key)
    if (mark) latest.current.onPress(mark)
  })
  const point = (target: EventTarget) => {
    const mark = byKey.get((target as Element).closest<HTMLElement>('[data-mark]')?.dataset.mark ?? '')
    if (mark)
      lit.set(
        mark.points.map(({ id }) => id),
        'map',
      )
    return mark
  }
  const ordered = [...marks].sort(({ points: [a] }, { points: [b] }) => byBest(a!, b!))
  const first = ordered.find(({ key }) => key === stop)?.key ?? ordered[0]?.key
  return (
    <div
      ref={box}
      role="group"
      aria-label={t('map.results')}
      onPointerOver={(event) => point(event.target)}
      onPointerLeave={() => lit.clear('map')}
      onFocus={(event) => {
        const mark = point(event.target)
        if (mark) setStop(mark.key)
      }}
      onBlur={() => lit.clear('map')}
      onKeyDown={walk}
    >
      {ordered.map((mark) => (
        <Pin
          key={mark.key}
          name={mark.key}
          kind={mark.kind}
          best={mark.points[0]!}
          count={mark.points.length}
          isStop={mark.key === first}
          isSelected={mark.points.some(({ id }) => id === selected)}
          isPicked={mark.points.some(({ id }) => picks.includes(id))}
          x={mark.x}
          y={mark.y}
          onPress={press}
        />
      ))}
    </div>
  )
}

const Pin = memo(function Pin({
  name,
  kind,
  best,
  count,
  isStop,
  isSelected,
  isPicked,
  x,
  y,
  onPress,
}: {
  name: string
  kind: Mark['kind']
  best: Mark['points'][number]
  count: number
  isStop: boolean
  isSelected: boolean
  isPicked: boolean
  x: number
  y: number
  onPress: (key: string) => void
}) {
  const { t } = useWords()
  const isRing = kind === 'cluster'
  const spoken = [
    isRing ? t('map.cluster', { count }) : kind === 'place' ? t('map.place', { count, name: best.name }) : best.name,
    best.said,
    !isRing && best.possible && t('verdict.possible'),
    !isRing && best.near && t('verdict.nearMiss'),
    isPicked && t('map.picked'),
  ]
  const looks = [
    isRing ? `ring${best.near ? ' near' : ''}` : lookOf(best),
    kind === 'place' && 'stack',
    isSelected && 'selected',
    best.gone && 'gone',
    best.across && 'circle',
  ]
  return (
    <button
      type="button"
      className={`pin ${looks.filter(Boolean).join(' ')}`}
      style={{ '--x': x, '--y': y, '--size': best.across } as React.CSSProperties}
      data-mark={name}
      tabIndex={isStop ? 0 : -1}
      aria-label={spoken.filter(Boolean).join(', ')}
      aria-current={isSelected ? 'true' : undefined}
      aria-haspopup={kind === 'place' ? 'dialog' : undefined}
      onClick={() => onPress(name)}
    >
      {isRing ? count : best.label}
      {!isRing && signOf(best)}
      {isPicked && (
        <i className="pin-tick">
          <Check size={11} strokeWidth={3} aria-hidden />
        </i>
      )}
    </button>
  )
})

const steps: Partial<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

function walk(event: KeyboardEvent<HTMLDivElement>) {
  const step = steps[event.key]
  // The map would move with the same keys.
  if (step || event.key === 'Home' || event.key === 'End') event.stopPropagation()
  else return
  event.preventDefault()
  const pins = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-mark]')]
  const at = pins.indexOf(document.activeElement as HTMLElement)
  const next = event.key === 'Home' ? 0 : event.key === 'End' ? pins.length - 1 : at + (step ?? 0)
  pins[next]?.focus({ preventScroll: true })
}
