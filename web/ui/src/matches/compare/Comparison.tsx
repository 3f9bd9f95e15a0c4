import { ArrowLeft, CircleCheck, CircleHelp, CircleX, Printer, X } from 'lucide-react'
import { type CSSProperties, useId, useState } from 'react'
import type { Schema } from '../../api/boards'
import type { Criterion } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { CopyLink } from '../../kit/CopyLink'
import { CheckBox } from '../../kit/fields/Field'
import { useShortcut } from '../../kit/keys/shortcuts'
import { TableScroll } from '../../kit/TableScroll'
import { ScoreTile } from '../../score/ScoreTile'
import './compare.css'
import { CompareMap } from './CompareMap'
import { type Cell, type Column, memberText, type Row, sectionsOf } from './comparison'
import { letterOf } from './letters'

/** Matches side by side: points won by criterion, then every other fact, and a word on the best of each. */
export default function Comparison({
  columns,
  criteria,
  schema,
  ready,
  industry,
  link,
  onRemove,
  onOpen,
  onBack,
}: {
  columns: Column[]
  criteria: Criterion[]
  schema: Schema
  ready: boolean
  /** Of the enterprise that seeks; left out: not known, or no enterprise seeks. */
  industry?: string | undefined
  /** An address that shows the same comparison; left out where the page has one of its own. */
  link?: () => string
  /** Left out: the columns stand. */
  onRemove?: (id: string) => void
  onOpen?: (id: string) => void
  onBack?: () => void
}) {
  const words = useWords()
  const { t, format } = words
  const heading = useId()
  const [differences, setDifferences] = useState(true)
  useShortcut('d', () => setDifferences(!differences))
  const sections = sectionsOf(columns, criteria, schema, words, industry)
  const letters = columns.some(({ place }) => place.location)
  const hidden = differences ? sections.flatMap(({ rows }) => rows.filter(({ same }) => same)) : []
  const shown = sections
    .map((section) => ({ ...section, rows: section.rows.filter((row) => !hidden.includes(row)) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <section className="comparison" aria-labelledby={heading}>
      <div className="comparison-head">
        {onBack && (
          <Button look={['quiet', 'icon']} aria-label={t('compare.back')} onClick={onBack}>
            <ArrowLeft size={18} strokeWidth={1.9} aria-hidden />
          </Button>
        )}
        <h2 id={heading}>{t('compare.heading', { count: columns.length })}</h2>
        <span className="comparison-tools">
          <CheckBox
            label={t('compare.differences')}
            checked={differences}
            onChange={(event) => setDifferences(event.target.checked)}
          />
          {link && (
            <>
              <CopyLink link={link} />
              <Button onClick={() => print()}>
                <Printer size={16} strokeWidth={1.9} aria-hidden />
                {t('compare.print')}
              </Button>
            </>
          )}
        </span>
      </div>
      {!ready && <p className="meta">{t('loading')}</p>}
      {ready && (
        <TableScroll role="group" label={t('compare.heading', { count: columns.length })}>
          <table className="compare-table" style={{ '--columns': columns.length } as CSSProperties}>
            <thead>
              <tr>
                <td className="meta">{t('compare.about')}</td>
                {columns.map((column, index) => (
                  <th key={column.id} scope="col">
                    <Head
                      column={column}
                      letter={letters ? letterOf(index) : undefined}
                      {...(onOpen && { onOpen })}
                      {...(onRemove && { onRemove })}
                    />
                  </th>
                ))}
              </tr>
            </thead>
            {shown.map(({ key, rows }) => (
              <tbody key={key}>
                <tr className="compare-section">
                  <th scope="rowgroup" colSpan={columns.length + 1}>
                    {key === 'fit'
                      ? t('compare.fit', { count: rows.filter(({ same }) => !same).length, all: criteria.length })
                      : t(`group.${key}`)}
                  </th>
                </tr>
                {rows.map((row) => (
                  <TableRow key={row.key} row={row} columns={columns} />
                ))}
              </tbody>
            ))}
          </table>
        </TableScroll>
      )}
      {ready && shown.length === 0 && <p className="meta">{t('compare.noDifference')}</p>}
      {hidden.length > 0 && (
        <p className="meta">
          {t('compare.hidden', { count: hidden.length, names: format.list(hidden.map(({ label }) => label)) })}
        </p>
      )}
      {ready && letters && <CompareMap columns={columns} />}
    </section>
  )
}

const verdicts = {
  match: ['match', CircleCheck],
  possible: ['possible', CircleHelp],
  nearMiss: ['nearMiss', CircleX],
  rejected: ['rejected', CircleX],
} as const

function Head({
  column: { id, place, match, members },
  letter,
  onOpen,
  onRemove,
}: {
  column: Column
  /** What it is called on the map. */
  letter: string | undefined
  onOpen?: (id: string) => void
  onRemove?: (id: string) => void
}) {
  const words = useWords()
  const { t } = words
  const [look, Icon] = match ? verdicts[match.verdict] : []
  return (
    <div className="compare-head">
      {match ? (
        <ScoreTile score={match.score} />
      ) : (
        <span className="score-tile dimmed" aria-hidden="true">
          –
        </span>
      )}
      <div>
        {letter && <span className="compare-letter">{letter}</span>}
        {onOpen ? (
          <button type="button" className="compare-name" onClick={() => onOpen(id)}>
            {place.name}
          </button>
        ) : (
          <b>{place.name}</b>
        )}
        {place.sample && <span className="tag sample">{t('sample')}</span>}
        <p className={`verdict ${look ?? ''}`}>
          {Icon && <Icon size={14} strokeWidth={1.9} aria-hidden />}
          {match ? t(`verdict.${match.verdict}`) : t('compare.notListed')}
        </p>
        {members && (
          <ul className="compare-members meta">
            {members.map((member) => (
              <li key={member.id}>{memberText(member, words)}</li>
            ))}
          </ul>
        )}
      </div>
      {onRemove && (
        <button
          type="button"
          className="compare-remove"
          aria-label={t('compare.remove', { name: place.name })}
          onClick={() => onRemove(id)}
        >
          <X size={15} strokeWidth={1.9} aria-hidden />
        </button>
      )}
    </div>
  )
}

function TableRow({ row: { label, asked, cells }, columns }: { row: Row; columns: Column[] }) {
  return (
    <tr>
      <th scope="row">
        {label} {asked && <b className="nums">{asked}</b>}
      </th>
      {cells.map((cell, index) => (
        <td key={columns[index]!.id}>
          <CellText cell={cell} />
        </td>
      ))}
    </tr>
  )
}

function CellText({ cell: { text, known, points, isUnmet, isStale, isBest, origin } }: { cell: Cell }) {
  const { t, format } = useWords()
  return (
    <span className={`compare-cell ${known ? '' : 'unknown'} ${isUnmet ? 'unmet' : ''}`}>
      {points && (
        <span
          className="compare-bar"
          title={t('compare.points', { won: format.points(points.won), possible: format.points(points.possible) })}
        >
          <span style={{ width: `${points.possible > 0 ? (100 * points.won) / points.possible : 0}%` }} />
          <span className="visually-hidden">
            {t('compare.points', { won: format.points(points.won), possible: format.points(points.possible) })}
          </span>
        </span>
      )}
      <span className="nums">{text}</span>
      {isBest && <span className="tag best">{t('compare.best')}</span>}
      {isStale && <span className="meta">{t('stale.short')}</span>}
      {origin && known && <span className="meta compare-origin">{origin}</span>}
    </span>
  )
}
