import { useMemo } from 'react'
import { Link } from 'wouter'
import { useSchema } from '../../api/boards'
import { usePlaces } from '../../api/records'
import { requirementPath } from '../../brief/address'
import { useWords } from '../../i18n/i18n'
import { placeOf } from '../../matches/list/names'
import { RequirementChips } from '../../requirement/RequirementChips'
import { describeCriterion, reasons } from '../../score/describe'
import { ReasonTag } from '../../score/ReasonTag'
import { ScoreTile } from '../../score/ScoreTile'
import { type BoardResults as Results, lackedBy, withMatch } from './search'

/** The words of a term, as the reader typed them. */
type Typed = (term: number) => string

/** What one board has: how many, the best of them, and the same as a requirement that can be refined. */
export function BoardResults({ result, typed }: { result: Results; typed: Typed }) {
  const words = useWords()
  const { t } = words
  const { board, criteria, excluded, count, matches, named, leftOut } = result
  const schema = useSchema(board)
  const ids = useMemo(() => [...new Set(matches.flatMap(({ id }) => id.split('+')))], [matches])
  const places = usePlaces(board, ids)
  return (
    <section className="card" aria-labelledby={`found-${board}`}>
      <div className="page-head">
        <h2 id={`found-${board}`}>
          {t(`nav.${board}`)} <span className="meta nums">{t(`${board}.count`, { count })}</span>
        </h2>
        {criteria.length > 0 && (
          <Link href={requirementPath(board, criteria)} className="button small">
            {t('find.asRequirement')}
            <span className="visually-hidden">: {t(`nav.${board}`)}</span>
          </Link>
        )}
      </div>
      {criteria.length > 0 && <RequirementChips criteria={criteria} schema={schema} />}
      {criteria.length > 0 && excluded.length > 0 && (
        <p className="meta">
          {t('find.notKept', { what: words.format.list(excluded.map((one) => describeCriterion(one, schema, words))) })}
        </p>
      )}
      {leftOut.length > 0 && (
        <p className="notice">
          {t('find.partly', { what: words.format.list(leftOut.map(({ term }) => typed(term))) })}
        </p>
      )}
      <ul className="found-list">
        {matches.map((match) => {
          const place = placeOf(match.id, places, words)
          return (
            <li key={match.id}>
              {criteria.length > 0 && !named.includes(match.id) && <ScoreTile score={match.score} />}
              <div>
                <Link href={withMatch(result, match.id)}>{place.name}</Link>{' '}
                {place.sample && <span className="tag sample">{t('sample')}</span>}
                {named.includes(match.id) && <span className="tag">{t('find.byName')}</span>}
                <Lacked result={result} typed={typed} id={match.id} />
                {match.parts.length > 0 && (
                  <ul className="reasons">
                    {reasons(match.parts).map((part, index) => (
                      <ReasonTag key={index} part={part} schema={schema} />
                    ))}
                  </ul>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The words that one of several matches lacks; where all lack the same, it was said above them. */
function Lacked({ result, typed, id }: { result: Results; typed: Typed; id: string }) {
  const { t, format } = useWords()
  const lacked = lackedBy(result, id)
  if (lacked.length === 0 || lacked.length === result.leftOut.length) return null
  return <span className="tag">{t('find.lacks', { what: format.list(lacked.map(typed)) })}</span>
}
