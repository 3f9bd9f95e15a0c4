import type { Schema } from '../../api/boards'
import type { Places } from '../../api/records'
import type { BoardCode, Criterion } from '../../api/types'
import { useWords, type Words } from '../../i18n/i18n'
import { partName } from '../../score/describe'
import { type Cell, type Column, type Section, sectionsOf } from '../compare/comparison'
import { leaseMonths, monthlyCost } from './cost'
import './paper.css'
import { PaperMap } from './PaperMap'

export interface PaperProps {
  board: BoardCode
  places: Places
  schema: Schema
  criteria: Criterion[]
  columns: Column[]
  /** Somebody picked them; else they are the best. */
  isPicked: boolean
  total: number
  mapped: boolean
}

/** Two pages: where they are and what they cost, then each number behind the scores; what holds for all stands once. */
export function Paper({ board, schema, criteria, columns, isPicked, total, mapped }: PaperProps) {
  const words = useWords()
  const { t, format } = words
  const costs = columns.map(({ id, place, match }) => monthlyCost(id, place, match))
  const sections = sectionsOf(columns, criteria, schema, words)
  const fit = sections.filter(({ key }) => key === 'fit')
  // What each use needs would fill the page by itself.
  const isShort = (code: string) => schema.byCode.get(code)?.kind !== 'use'
  const facts = sections
    .filter(({ key }) => key !== 'fit')
    .map(({ key, rows }) => ({ key, rows: rows.filter((row) => isShort(row.key)) }))
  const hasCosts = costs.some((cost) => cost !== undefined)
  return (
    <section className="paper">
      <p>
        <b>{t(`${board}.count`, { count: total })}</b> ·{' '}
        {t(isPicked ? 'paper.picked' : 'paper.best', { count: columns.length })} ·{' '}
        {t('paper.asOf', { day: format.instant(new Date().toISOString()) })}
      </p>
      <div className="paper-figures">
        {mapped && <PaperMap columns={columns} />}
        {hasCosts && <Costs columns={columns} costs={costs} />}
      </div>
      <Listed
        board={board}
        columns={columns}
        costs={hasCosts ? costs : undefined}
        schema={schema}
        scored={criteria.length > 0}
      />
      {fit.length > 0 && <Numbers columns={columns} title={t('why.parts')} sections={fit} />}
      <div className="paper-second">
        {facts.length > 0 && <Numbers columns={columns} title={t('detail.facts')} sections={facts} />}
        <Rules columns={columns} hasCosts={hasCosts} scored={criteria.length > 0} mapped={mapped} />
      </div>
    </section>
  )
}

function Costs({ columns, costs }: { columns: Column[]; costs: (number | undefined)[] }) {
  const { t, format } = useWords()
  const most = Math.max(1, ...costs.map((cost) => cost ?? 0))
  return (
    <figure>
      <figcaption>
        <b>{t('paper.costs')}</b>
      </figcaption>
      {columns.map(({ id }, index) => {
        const cost = costs[index]
        return (
          <p key={id} className="paper-cost nums">
            <b>{index + 1}</b>
            <span>{cost !== undefined && <i style={{ inlineSize: `${(cost / most) * 100}%` }} />}</span>
            {cost === undefined ? t('unknown') : `$${format.number(cost, 0)}`}
          </p>
        )
      })}
    </figure>
  )
}

function Listed({
  board,
  columns,
  costs,
  schema,
  scored,
}: {
  board: BoardCode
  columns: Column[]
  costs: (number | undefined)[] | undefined
  schema: Schema
  scored: boolean
}) {
  const words = useWords()
  const { t, text, format } = words
  const money = (cost: number | undefined) => (cost === undefined ? t('unknown') : `$${format.number(cost, 0)}`)
  return (
    <table className="paper-table nums">
      <thead>
        <tr>
          <td />
          {scored && <th scope="col">{t('score.label')}</th>}
          <th scope="col">{t(`nav.${board}`)}</th>
          {costs && <th scope="col">{t('paper.month')}</th>}
          {costs && <th scope="col">{t('paper.months', { count: leaseMonths })}</th>}
        </tr>
      </thead>
      <tbody>
        {columns.map(({ id, place, match }, index) => (
          <tr key={id}>
            <td>
              <b className="paper-number">{index + 1}</b>
            </td>
            {scored && (
              <td>
                <b className="paper-score">{match ? format.score(match.score) : '–'}</b>
              </td>
            )}
            <th scope="row">
              {place.name} {place.sample && <span className="tag sample">{t('sample')}</span>}
              <small>
                {[
                  text(place.building?.address ?? place.record?.address),
                  scored && said({ id, place, match }, schema, words),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </th>
            {costs && <td>{money(costs[index])}</td>}
            {costs && <td>{money(costs[index] === undefined ? undefined : costs[index]! * leaseMonths)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The verdict, with what is not known where something is not. */
function said({ match }: Column, schema: Schema, words: Words) {
  const { t, format } = words
  if (!match) return t('compare.notListed')
  const unknown = match.parts.filter(({ strength, outcome }) => strength === 'must' && outcome === 'unknown')
  const verdict = t(`verdict.${match.verdict}`)
  if (unknown.length === 0) return verdict
  const names = unknown.map((part) => partName(part, schema, words))
  return `${verdict} ${t('match.unknown', { names: format.list(names) })}`
}

/** Every criterion with its value and points, or every other fact that one of them states. */
function Numbers({ columns, title, sections }: { columns: Column[]; title: string; sections: Section[] }) {
  const words = useWords()
  const { t, format } = words
  return (
    <table className="paper-table paper-numbers nums">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          {columns.map(({ id, place }, index) => (
            <th key={id} scope="col">
              {index + 1} <small>{place.name}</small>
            </th>
          ))}
        </tr>
      </thead>
      {sections.map(({ key, rows }) => (
        <tbody key={key}>
          {key !== 'fit' && (
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 1} className="paper-group">
                {t(`group.${key}`)}
              </th>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.label} {row.asked}
              </th>
              {row.cells.map((cell, index) => (
                <td key={columns[index]!.id}>{cellText(cell, words)}</td>
              ))}
            </tr>
          ))}
          {key === 'fit' && (
            <tr className="paper-sum">
              <th scope="row">{t('why.sum')}</th>
              {columns.map(({ id, match }) => (
                <td key={id}>{match ? `${format.points(match.score)} / 100` : '–'}</td>
              ))}
            </tr>
          )}
        </tbody>
      ))}
    </table>
  )
}

function cellText({ text, points, isUnmet, isStale }: Cell, { t, format }: Words) {
  return (
    <>
      {isUnmet && '✕ '}
      {text}
      {points && <small>{`${format.points(points.won)} / ${format.points(points.possible)}`}</small>}
      {isStale && <small>{t('stale.short')}</small>}
    </>
  )
}

/** What holds for all of them, once. */
function Rules({
  columns,
  hasCosts,
  scored,
  mapped,
}: {
  columns: Column[]
  hasCosts: boolean
  scored: boolean
  mapped: boolean
}) {
  const { t } = useWords()
  const rules = [
    ...(scored ? ['musts', 'points'] : []),
    ...(hasCosts ? ['costs'] : []),
    'old',
    ...(mapped ? ['ways'] : []),
    ...(columns.some(({ place }) => place.sample) ? ['sample'] : []),
    'advice',
  ]
  return (
    <div className="paper-rules">
      <h2>{t('paper.rules')}</h2>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{t(`paper.rule.${rule}`)}</li>
        ))}
      </ul>
      <p>
        {t('paper.link')} {window.location.href}
      </p>
    </div>
  )
}
