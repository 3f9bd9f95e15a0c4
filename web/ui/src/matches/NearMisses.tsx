import { type ComponentProps, useState } from 'react'
import type { Schema } from '../api/boards'
import { usePlaces } from '../api/records'
import type { BoardCode, Criterion, NearMissReport, Part, Relaxation } from '../api/types'
import { useWords, type Words } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { criterionName, describeRequired, labelOf, partName, shortValue } from '../score/describe'
import { placeOf } from './list/names'

interface Proposal {
  criterion: number
  count: number
  /** undefined: dropping the must altogether. */
  limit?: number | string
}

/** What each relaxation would bring, those that bring the most for the least change first. */
function proposals(relaxations: Relaxation[]): Proposal[] {
  return relaxations.flatMap(({ criterion, count, limits = [] }) => {
    const nearest = limits.findLast((entry) => entry.admits <= 5) ?? limits[0]
    return [
      ...(nearest ? [{ criterion, count: nearest.admits, limit: nearest.limit }] : []),
      ...(!nearest || count > nearest.admits ? [{ criterion, count }] : []),
    ]
  })
}

/**
 * The same criterion, relaxed: its limit moved, or made a wish. An ideal beyond the new limit would break its order.
 */
export function relaxed(criterion: Criterion, limit: number | string | undefined): Criterion {
  return limit === undefined ? { ...criterion, strength: 'prefer' } : { ...criterion, limit }
}

/** Stands above the rows at one height from the start, so that its answer moves none of them. */
export function NearMisses({
  report,
  ...rest
}: Omit<ComponentProps<typeof Report>, 'report'> & { report: NearMissReport | undefined }) {
  const { t } = useWords()
  const isEmpty = !report?.relaxations?.length && !report?.nearMisses?.length
  return isEmpty ? (
    <p className="near-misses meta">{report ? t('near.none') : ''}</p>
  ) : (
    <Report report={report} {...rest} />
  )
}

function Report({
  board,
  report,
  criteria,
  schema,
  open,
  onApply,
  onSelect,
}: {
  board: BoardCode
  report: NearMissReport
  criteria: Criterion[]
  schema: Schema
  /** Opened by itself where the list is empty; else its rows come first. */
  open: boolean
  onApply: (criteria: Criterion[]) => void
  onSelect: (id: string) => void
}) {
  const words = useWords()
  const [openAtFirst] = useState(open)
  const near = (report.nearMisses ?? []).flatMap(({ criterion, matches }) =>
    matches.slice(0, 3).map((match) => ({ criterion, match })),
  )
  const places = usePlaces(
    board,
    near.map(({ match }) => match.id),
  )
  const offered = proposals(report.relaxations ?? []).filter(({ criterion }) => criteria[criterion])
  const most = Math.max(0, ...offered.map(({ count }) => count))
  return (
    <details className="near-misses" open={openAtFirst}>
      <summary>
        <h2>{words.t('near.title')}</h2>
        {most > 0 && <b className="nums">{words.t('near.more', { count: most })}</b>}
      </summary>
      <ul className="relaxations">
        {offered.map(({ criterion, count, limit }) => (
          <li key={`${criterion}-${limit}`}>
            <span className="nums">
              <b>{words.t('near.more', { count })}</b> {change(criteria[criterion]!, limit, schema, words)}
            </span>
            <Button
              look="small"
              onClick={() => onApply(criteria.with(criterion, relaxed(criteria[criterion]!, limit)))}
            >
              {words.t('near.apply')}
              <span className="visually-hidden">: {change(criteria[criterion]!, limit, schema, words)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {near.length > 0 && <h3>{words.t('near.list')}</h3>}
      <ul className="near-list">
        {near.map(({ criterion, match }) => {
          const part = match.parts[criterion]
          return (
            part &&
            places.records.has(match.id) && (
              <li key={match.id}>
                <button type="button" className="match-open" onClick={() => onSelect(match.id)}>
                  {placeOf(match.id, places, words).name}
                </button>
                <span className="meta nums">✕ {lacking(part, schema, words)}</span>
              </li>
            )
          )
        })}
      </ul>
    </details>
  )
}

/** What keeps it out: the code that it does not claim, or the value beside what is needed. */
function lacking(part: Part, schema: Schema, words: Words) {
  if (part.op === 'covers') return words.t('near.lacks', { name: partName(part, schema, words) })
  const attribute = schema.byCode.get(part.attribute)
  return `${labelOf(part.attribute, schema, words)} ${shortValue(part.actual, attribute, words)}${words.t('why.needs', { required: describeRequired(part.op, part.required, attribute, words) })}`
}

function change(criterion: Criterion, limit: number | string | undefined, schema: Schema, words: Words) {
  const attribute = schema.byCode.get(criterion.attribute)
  const name = criterionName(criterion, schema, words)
  if (limit === undefined) return words.t('near.asWish', { name })
  const from = shortValue(criterion.limit ?? null, attribute, words)
  return words.t('near.limit', { name, from, to: shortValue(limit, attribute, words) })
}
