import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import { lazy, memo, type ReactNode, Suspense } from 'react'
import type { Schema } from '../../api/boards'
import type { Places } from '../../api/records'
import type { Match } from '../../api/types'
import { HoldLine } from '../../holds/HoldLine'
import { useWords, withTexts } from '../../i18n/i18n'
import type { MatchList, RowView } from '../../live/lists/matchList'
import { useRow } from '../../live/lists/useDemandList'
import { partName, reasons, shortValue } from '../../score/describe'
import { ReasonTag } from '../../score/ReasonTag'
import { ScoreTile } from '../../score/ScoreTile'
import { membersOf, type Place, placeOf, valueOf } from './names'
import { boards } from '../../kinds/boards'

const AdmissionMark = lazy(withTexts(() => import('../../uses/AdmissionMark')))
const OpenMembers = lazy(withTexts(() => import('../runs/OpenMembers')))

/** What all rows of a list share. */
export interface RowOptions {
  list: MatchList
  places: Places
  schema: Schema
  scored: boolean
  /** The attribute that the list is sorted by; undefined: by scores. */
  sortedBy: string | undefined
  mark: ((id: string) => ReactNode) | undefined
  /** Which the operators of spaces take in or not; undefined: not known, or no enterprise seeks. */
  industry: string | undefined
  onPick: (id: string) => void
  onSelect: (id: string) => void
}

interface MatchRowProps extends RowOptions {
  id: string
  /** undefined: it has no place among the matches. */
  rank?: number
  selected: boolean
  picked: boolean
  /** No more can be picked. */
  full: boolean
  /** A match that misses one must, and by how much it does. */
  near?: { match: Match; misses: string; isOld: boolean }
  /** Of a list of so many only some rows are drawn: the room in pixels that those take which are not. */
  count?: number
  before?: number
  after?: number
  measure?: (row: Element | null) => void
}

/** Rendered anew only when its own match or a record changes, whatever happens to the other rows. */
export const MatchRow = memo(function MatchRow({
  id,
  rank,
  list,
  places,
  schema,
  selected,
  scored,
  sortedBy,
  mark,
  industry,
  picked,
  full,
  near,
  count,
  before,
  after,
  measure,
  onPick,
  onSelect,
}: MatchRowProps) {
  const words = useWords()
  const held = useRow(list, id)
  const row = near ? { id, match: near.match, gone: false, delta: 0, change: 0 } : held
  if (!row) return null
  const place = placeOf(id, places, words)
  const { match } = row
  return (
    <li
      className={`list-row ${near ? 'near-row' : 'match-row'}${row.gone ? ' gone' : near?.isOld ? ' old' : ''}${selected ? ' selected' : ''}`}
      data-id={id}
      {...(count !== undefined && {
        ref: measure,
        'data-index': rank! - 1,
        'aria-setsize': count,
        'aria-posinset': rank,
        style: { marginBlock: `${before}px ${after}px` },
      })}
    >
      {row.change > 0 && <span key={row.change} className="flash" aria-hidden="true" />}
      <label className="pick">
        <input
          type="checkbox"
          aria-label={words.t('compare.pick', { name: place.name })}
          checked={picked}
          disabled={full && !picked}
          onChange={() => onPick(id)}
        />
      </label>
      <div className="match-score">
        {scored ? (
          <ScoreTile score={match.score} dimmed={row.gone || near !== undefined} />
        ) : (
          <span className="score-tile dimmed" aria-hidden="true">
            –
          </span>
        )}
        <Delta row={row} />
      </div>
      <div className="match-body">
        <h3>
          <button
            type="button"
            className="match-open"
            aria-current={selected ? 'true' : undefined}
            onClick={() => onSelect(id)}
          >
            {rank && <span className="visually-hidden">{words.t('match.rank', { rank })} </span>}
            {place.name}
          </button>
        </h3>
        <Facts sortedBy={sortedBy} place={place} match={match} schema={schema} />
        {match.members && (
          <Suspense fallback={null}>
            <OpenMembers ids={match.members} places={places} />
          </Suspense>
        )}
        {industry && !row.gone && (
          <Suspense fallback={null}>
            <AdmissionMark ids={membersOf(id)} places={places} industry={industry} />
          </Suspense>
        )}
        {match.mutual !== undefined && (
          <p className="mutual">{words.t('match.mutual', { score: words.format.score(match.mutual) })}</p>
        )}
        {!row.gone && <HoldLine hold={match.hold} />}
        {mark && <div className="marks">{mark(id)}</div>}
        {row.gone ? (
          <p className="gone-reason">{goneReason(place, words.t)}</p>
        ) : near ? (
          <p className="verdict nearMiss nums">
            <CircleX size={14} strokeWidth={1.9} aria-hidden />
            {near.misses}
          </p>
        ) : match.verdict === 'possible' ? (
          <p className="verdict possible">
            <CircleHelp size={14} strokeWidth={1.9} aria-hidden />
            <span>
              <b>{words.t('verdict.possible')}</b> {words.t('match.unknown', { names: unknownNames() })}
            </span>
          </p>
        ) : (
          scored && (
            <p className="verdict match">
              <CircleCheck size={14} strokeWidth={1.9} aria-hidden />
              {words.t(`verdict.${match.verdict}`)}
            </p>
          )
        )}
      </div>
      {!row.gone && match.parts.length > 0 && (
        <ul className="reasons">
          {reasons(match.parts, sortedBy).map((part, index) => (
            <ReasonTag key={index} part={part} schema={schema} />
          ))}
        </ul>
      )}
    </li>
  )

  function unknownNames() {
    return words.format.list(
      row!.match.parts
        .filter((part) => part.strength === 'must' && part.outcome === 'unknown')
        .map((part) => partName(part, schema, words)),
    )
  }
})

/** What the match itself says comes first: it is newer than the record, which is read after it. */
const actualOf = (match: Match, code: string) => match.parts.find((part) => part.attribute === code)?.actual

function Facts({
  sortedBy,
  place,
  match,
  schema,
}: {
  sortedBy: string | undefined
  place: Place
  match: Match
  schema: Schema
}) {
  const words = useWords()
  if (!place.record) return <p className="meta match-facts">…</p>
  // Of what stands among the reasons only the area is said again, in both units.
  const reasoned = reasons(match.parts, sortedBy).map((part) => part.attribute)
  const codes = new Set([...(sortedBy ? [sortedBy] : []), ...boards[place.board].keyAttributes])
  const shown = [...codes].map((code) => {
    if (code !== 'area' && reasoned.includes(code)) return ''
    const value = actualOf(match, code) ?? valueOf(place.record, place.building, code)
    const attribute = schema.byCode.get(code)
    if (value === undefined)
      return code === 'area' || code === 'rent' ? words.t(code === 'area' ? 'match.noArea' : 'match.noRent') : ''
    if (code === 'area') return words.format.both(value as number, attribute?.unit)
    if (code === 'rent') return words.format.quantity(value as number, attribute?.unit)
    // A bare number means nothing without its name.
    return typeof value === 'number'
      ? `${words.text(attribute?.label)} ${shortValue(value, attribute, words)}`
      : shortValue(value, attribute, words)
  })
  return (
    <p className="meta nums match-facts">
      {place.sample && <b className="tag sample">{words.t('sample')}</b>}
      {shown.filter(Boolean).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  )
}

function goneReason(place: Place, t: (key: string) => string) {
  const status = place.record?.status
  return t(status === 'let' || status === 'held' ? `gone.${status}` : 'gone.other')
}

function Delta({ row }: { row: RowView }) {
  const { t, format } = useWords()
  if (row.gone || Math.abs(row.delta) < 0.05) return null
  const up = row.delta > 0
  const points = format.fixed(Math.abs(row.delta), 1)
  return (
    <span className={`delta nums ${up ? 'up' : 'down'}`}>
      <span aria-hidden="true">
        {up ? '▲' : '▼'}
        {points}
      </span>
      <span className="visually-hidden">{t(up ? 'delta.up' : 'delta.down', { points })}</span>
    </span>
  )
}
