import { useMemo, useState } from 'react'
import { useSchema } from '../api/boards'
import { useVerdictsOf, type Verdicts } from './spaces'
import type { Space, UseVerdict } from '../api/types'
import { useWords, type Words } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { hongKongDay } from '../kit/days/hongKong'
import { SelectField } from '../kit/fields/Field'
import { type Coloring, colorings, lookOf } from './coloring'
import { stack } from './layout'
import { PlanDrawing } from './PlanDrawing'
import { StackLegend } from './StackLegend'
import './stack.css'
import { StackTable } from './StackTable'
import { byFloor, type Supplier } from './suppliers'

const none: readonly string[] = []
const noScores: ReadonlyMap<string, number> = new Map()

/**
 * The building's floors from the top, each unit as wide as its area and coloured by what the reader chooses; where
 * floor or position is unknown it is listed below.
 */
export function StackingPlan({
  building,
  spaces,
  chosen = none,
  scores = noScores,
  asked,
  suppliers,
}: {
  building: string
  spaces: readonly Space[]
  chosen?: readonly string[]
  scores?: ReadonlyMap<string, number>
  /** The use that is asked for, of which the law is shown first. */
  asked?: string | undefined
  /** Firms in the building; left out: nothing is said of them. */
  suppliers?: readonly Supplier[]
}) {
  const words = useWords()
  const { t, text } = words
  const schema = useSchema('sites')
  const [asTable, setAsTable] = useState(false)
  const [wish, setWish] = useState<Coloring>()
  const [use, setUse] = useState(asked ?? 'production')
  const [facts, setFacts] = useState('')
  const coloring = shownBy(wish, scores.size > 0)
  const isLaw = coloring === 'law'
  const verdicts = useVerdictsOf(building, isLaw).data
  const uses = schema.byCode.get('uses')?.values ?? []
  const useLabel = text(uses.find(({ code }) => code === use)?.label) || use
  const today = hongKongDay()
  const supplied = useMemo(() => suppliers && byFloor(suppliers), [suppliers])
  const { floors, unplaced } = useMemo(
    () =>
      stack(
        spaces,
        supplied?.map(([floor]) => floor),
      ),
    [spaces, supplied],
  )
  const shownLook = useMemo(
    () => (space: Space) =>
      lookOf(coloring, space, { score: scores.get(space.id), verdict: verdicts?.get(space.id)?.[use], today }),
    [coloring, scores, verdicts, use, today],
  )
  const nameOf = useMemo(
    () => namesBy({ scores, verdicts, law: isLaw ? { use, label: useLabel } : undefined, today }, words),
    // Words are made anew with their language alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [scores, verdicts, isLaw, use, useLabel, today, words.language],
  )
  if (floors.length === 0 && unplaced.length === 0) return <p className="meta">{t('stack.none')}</p>
  return (
    <div className="stacking">
      <div className="row stack-tools">
        <SelectField
          label={t('stack.by.label')}
          value={coloring}
          options={offered(scores.size > 0).map((value) => ({ value, label: t(`stack.by.${value}`) }))}
          onChange={(event) => setWish(event.target.value as Coloring)}
        />
        {isLaw && (
          <SelectField
            label={t('stack.use')}
            value={use}
            options={uses.map(({ code, label }) => ({ value: code, label: text(label) }))}
            onChange={(event) => setUse(event.target.value)}
          />
        )}
        <Button look="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t('stack.asTable')}
        </Button>
      </div>
      {floors.length === 0 && <p className="meta">{t('stack.none')}</p>}
      {!asTable && floors.length > 0 && (
        <>
          <PlanDrawing
            floors={floors}
            chosen={chosen}
            lookOf={shownLook}
            nameOf={nameOf}
            suppliers={supplied}
            onFacts={setFacts}
          />
          <p className="stack-facts" aria-hidden="true">
            {facts || t('stack.hint')}
          </p>
          <StackLegend
            coloring={coloring}
            spaces={floors.flatMap(({ units }) => units.map(({ space }) => space))}
            lookOf={shownLook}
            chosen={chosen}
            hasSuppliers={Boolean(supplied?.length)}
          />
          {isLaw && <p className="meta">{t('gates.advice')}</p>}
        </>
      )}
      {asTable && (
        <StackTable
          spaces={spaces}
          scores={scores}
          lawOf={isLaw ? (space) => lawWord(verdicts?.get(space.id)?.[use], t) : undefined}
        />
      )}
      {!asTable && unplaced.length > 0 && (
        <>
          <h3>{t('stack.unplaced')}</h3>
          <ul className="meta">
            {unplaced.map((space) => (
              <li key={space.id}>{nameOf(space) || space.id}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** Without scores there is no match to colour by. */
const offered = (hasScores: boolean) => colorings.filter((name) => name !== 'match' || hasScores)

const shownBy = (wish: Coloring | undefined, hasScores: boolean): Coloring =>
  wish && offered(hasScores).includes(wish) ? wish : hasScores ? 'match' : 'vacancy'

const lawWord = (verdict: UseVerdict | undefined, t: Words['t']) =>
  t(verdict ? `use.${verdict}` : 'gates.verdict.unknown')

/** The same answer for the same argument, worked out once. */
function once<A, B>(work: (argument: A) => B) {
  const known = new Map<A, B>()
  return (argument: A): B => {
    if (!known.has(argument)) known.set(argument, work(argument))
    return known.get(argument)!
  }
}

/** What a unit is said to be: its floor, name, area and status, and what else is known of it. */
function namesBy(
  {
    scores,
    verdicts,
    law,
    today,
  }: {
    scores: ReadonlyMap<string, number>
    verdicts: Verdicts | undefined
    /** The use of which the law is told; undefined: of none. */
    law: { use: string; label: string } | undefined
    today: string
  },
  { t, format }: Words,
) {
  // Many units share a floor, an area or a status, and words take most of the time that a plan takes.
  const floorText = once((floor: number) => format.quantity(floor, 'storey'))
  const areaText = once((area: number) => format.quantity(area, 'm2'))
  const unitText = once((unit: string) => t('unitName', { unit }))
  const statusText = once((status: string) => t(`status.${status}`))
  const lawText = once((verdict: UseVerdict | undefined) =>
    law ? t('stack.useIs', { use: law.label, verdict: lawWord(verdict, t) }) : '',
  )
  return ({ id, unit, status, values: { floor, area, availableFrom } }: Space) => {
    const score = scores.get(id)
    return [
      typeof floor === 'number' ? floorText(floor) : '',
      unit && unitText(unit),
      typeof area === 'number' ? areaText(area) : '',
      statusText(status ?? 'unknown'),
      typeof availableFrom === 'string' && availableFrom > today
        ? t('stack.freeFrom', { day: format.day(availableFrom) })
        : '',
      lawText(law && verdicts?.get(id)?.[law.use]),
      score === undefined ? '' : t('score.of', { score: format.score(score) }),
    ]
      .filter(Boolean)
      .join(' · ')
  }
}
