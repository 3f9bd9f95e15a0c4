import type { Schema } from '../api/boards'
import type { Profiled } from '../api/records'
import type { Match, Part } from '../api/types'
import { useWords, type Words } from '../i18n/i18n'
import { Path } from '../paths/Path'
import { Gates, NoAdvice } from '../uses/Gates'
import { describeRequired, describeValue, extremes, labelOf, partName, partValue, pointsOf } from './describe'

/**
 * Why a match has its score: a sentence, the musts outside the score, then one line a criterion. Shows; never fetches.
 */
export function Why({ match, schema, record }: { match: Match; schema: Schema; record: Profiled | undefined }) {
  const words = useWords()
  const points = pointsOf(match.parts)
  const musts = match.parts.filter((part) => part.strength === 'must')
  return (
    <div className="why">
      <p className="why-sentence">
        <strong>{words.format.points(match.score)}</strong> {words.t('why.points')} — {sentence(match, schema, words)}
      </p>
      {musts.length > 0 && (
        <section>
          <h3>{words.t('why.musts')}</h3>
          <ul className="musts">
            {musts.map((part, index) => (
              <Must key={index} part={part} schema={schema} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{words.t('why.parts')}</h3>
        <ul className="parts">
          {match.parts.map((part, index) => (
            <PartLine
              key={index}
              part={part}
              points={points[index]!.points}
              possible={points[index]!.possible}
              schema={schema}
              record={record}
            />
          ))}
        </ul>
        <p className="parts-sum nums">
          <span>{words.t('why.sum')}</span>
          <strong>{words.format.points(match.score)} / 100</strong>
        </p>
        {match.mutual !== undefined && (
          <p className="mutual">{words.t('match.mutual', { score: words.format.score(match.mutual) })}</p>
        )}
        {match.parts.some((part) => part.gates) && <NoAdvice />}
        <p className="meta">{words.t('why.certainty', { percent: Math.round(match.certainty * 100) })}</p>
      </section>
    </div>
  )
}

function sentence(match: Match, schema: Schema, words: Words) {
  const { t } = words
  const musts = match.parts.filter((part) => part.strength === 'must')
  const unmet = musts.filter((part) => part.outcome === 'unmet')
  const name = (part: Part) => partName(part, schema, words)
  const { best, worst } = extremes(match.parts)
  const verdict =
    musts.length === 0
      ? t('why.noMusts')
      : unmet.length > 0
        ? t('why.fails', { names: words.format.list(unmet.map(name)) })
        : match.unknownMusts > 0
          ? t('why.unknownMusts', {
              count: match.unknownMusts,
              names: words.format.list(musts.filter((part) => part.outcome === 'unknown').map(name)),
            })
          : t('why.meetsMusts', { count: musts.length })
  const most = best ? t('why.best', { name: name(best) }) : ''
  const least = worst && worst !== best ? t('why.worst', { name: name(worst) }) : ''
  return [verdict, most, least].filter(Boolean).join(t('why.joint')) + t('why.stop')
}

function Must({ part, schema }: { part: Part; schema: Schema }) {
  const words = useWords()
  const mark = { met: '✓', unmet: '✕', unknown: '?' }[part.outcome]
  return (
    <li className={`must ${part.outcome}`}>
      <span aria-hidden="true">{mark}</span> {partName(part, schema, words)}
      <span className="must-outcome">{words.t(`outcome.${part.outcome}`)}</span>
    </li>
  )
}

function PartLine({
  part,
  points,
  possible,
  schema,
  record,
}: {
  part: Part
  points: number
  possible: number
  schema: Schema
  record: Profiled | undefined
}) {
  const words = useWords()
  const attribute = schema.byCode.get(part.attribute)
  const verifiedOn =
    record?.facts?.[part.attribute]?.verifiedOn ??
    (record && part.attribute in record.values ? record.verifiedOn : undefined)
  return (
    <li className="part">
      <p className="part-name">
        {part.op === 'covers' && <span className="meta">{labelOf(part.attribute, schema, words)}: </span>}
        {partName(part, schema, words)}
        {part.strength === 'must' && <span className="tag">{words.t('strength.must')}</span>}
      </p>
      <p className="part-points nums">
        {words.format.points(points)} / {words.format.points(possible)}
      </p>
      <p className="meta part-values">
        {part.op === 'takes' ? partValue(part, attribute, words) : describeValue(part.actual, attribute, words)}
        {words.t('why.needs', { required: describeRequired(part.op, part.required, attribute, words) })}
        {part.stale && (
          <span className="stale">
            {verifiedOn ? words.t('stale.since', { day: words.format.day(verifiedOn) }) : words.t('stale.never')}
          </span>
        )}
      </p>
      {part.steps && <Path part={part} steps={part.steps} schema={schema} />}
      {part.gates && <Gates gates={part.gates} use={String(part.required)} schema={schema} />}
      <div className="bar" aria-hidden="true">
        <div className={part.outcome} style={{ width: `${Math.round(part.utility * 100)}%` }} />
      </div>
    </li>
  )
}
