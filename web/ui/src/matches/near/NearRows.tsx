import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Schema } from '../../api/boards'
import type { Criterion } from '../../api/types'
import { useWords, type Words } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { criterionName, describeRequired } from '../../score/describe'
import { most } from '../compare/picks'
import { MatchRow, type RowOptions } from '../list/MatchRow'
import './near.css'
import { countOf } from './nearMisses'
import { type Proposal, proposals, relaxed } from './relaxations'
import { shortfall } from './shortfall'
import type { Near } from './useNear'

/** So many relaxations are offered at once. */
const few = 5
/** Asked for so long before it is seen, within the page or a pane that scrolls. */
const ahead = '400px'

/**
 * What is nearly there, at the end of the list of matches: a row that says so and offers to relax, then the near misses
 * in an order of their own.
 */
export default function NearRows({
  near,
  before,
  isWithin,
  selected,
  picks,
  onSight,
  onApply,
  ...row
}: {
  /** undefined: not known yet. */
  near: Near | undefined
  /** Rows that stand behind the matches and before these. */
  before: ReactNode
  /** Whether the part of the map that the list is kept to holds it. */
  isWithin: (id: string) => boolean
  selected: string | undefined
  picks: readonly string[]
  /** Told when the rows come into sight, and when they leave it. */
  onSight: (isSeen: boolean) => void
  onApply: (criteria: Criterion[]) => void
} & RowOptions) {
  const words = useWords()
  const { t } = words
  const head = useSight(onSight)
  const rows = (near?.rows ?? []).filter(({ match }) => isWithin(match.id))
  const count = near && (rows.length === near.rows.length ? countOf(near.report) : rows.length)
  return (
    <>
      {before}
      <li ref={head} className="near-misses" aria-busy={!near}>
        <h2 className="nums">
          {near ? t(count === 0 ? 'near.none' : 'near.count', { count: count ?? 0 }) : t('near.wait')}
        </h2>
        {near && <Relaxations near={near} schema={row.schema} onApply={onApply} />}
      </li>
      {rows.map(({ criterion, match }) => (
        <MatchRow
          key={match.id}
          {...row}
          id={match.id}
          selected={match.id === selected}
          picked={picks.includes(match.id)}
          full={picks.length >= most}
          near={{ match, misses: missing(match.parts[criterion], row.schema, words), isOld: near!.isOld }}
        />
      ))}
      {near && near.hidden > 0 && (
        <li className="show-more">
          <Button onClick={near.showMore}>{t('match.more', { count: near.hidden })}</Button>
        </li>
      )}
    </>
  )
}

const missing = (part: Parameters<typeof shortfall>[0] | undefined, schema: Schema, words: Words) =>
  part ? shortfall(part, schema, words) : words.t('verdict.nearMiss')

/** Told whether an element is near what is seen of its list. */
function useSight(onSight: (isSeen: boolean) => void) {
  const box = useRef<HTMLLIElement>(null)
  const latest = useRef(onSight)
  useEffect(() => {
    latest.current = onSight
  })
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => latest.current(entries.at(-1)!.isIntersecting), {
      rootMargin: ahead,
      scrollMargin: ahead,
    })
    watch.observe(box.current!)
    return () => watch.disconnect()
  }, [])
  return box
}

function Relaxations({
  near: { report, criteria, isOld },
  schema,
  onApply,
}: {
  near: Near
  schema: Schema
  onApply: (criteria: Criterion[]) => void
}) {
  const words = useWords()
  const [all, setAll] = useState(false)
  const offered = proposals(report.relaxations ?? []).filter(({ criterion }) => criteria[criterion])
  const shown = all || offered.length === few + 1 ? offered : offered.slice(0, few)
  if (offered.length === 0) return null
  return (
    <ul className="relaxations" aria-label={words.t('near.title')}>
      {shown.map((proposal) => (
        <li key={`${proposal.criterion}-${proposal.limit}`}>
          <Button
            look="small"
            disabled={isOld}
            onClick={() => {
              const { criterion, limit } = proposal
              onApply(criteria.with(criterion, relaxed(criteria[criterion]!, limit)))
            }}
          >
            <b className="nums">{words.t('near.more', { count: proposal.count })}</b>{' '}
            {change(proposal, criteria, schema, words)}
          </Button>
        </li>
      ))}
      {shown.length < offered.length && (
        <li>
          <Button look={['small', 'quiet']} onClick={() => setAll(true)}>
            {words.t('near.others', { count: offered.length - shown.length })}
          </Button>
        </li>
      )}
    </ul>
  )
}

/** What the requirement would say instead: `Rent ≤ $23/sq ft`. */
function change({ criterion, limit }: Proposal, criteria: Criterion[], schema: Schema, words: Words) {
  const held = criteria[criterion]!
  const name = criterionName(held, schema, words)
  if (limit === undefined) return words.t('near.asWish', { name })
  return `${name} ${describeRequired(held.op, limit, schema.byCode.get(held.attribute), words)}`
}
