import { Link, useSearchParams } from 'wouter'
import { useSchema } from '../../api/boards'
import { usePlaces } from '../../api/records'
import { useWords } from '../../i18n/i18n'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { AskOffice } from '../../enquiry/AskOffice'
import { placeOf } from '../../matches/names'
import { RequirementChips } from '../../requirement/RequirementChips'
import { ReasonTag } from '../../score/ReasonTag'
import { ScoreTile } from '../../score/ScoreTile'
import { reasons } from '../../score/describe'
import { asRequirement, type BoardResults, inOrder, useSearchResults } from './search'

/** What one text finds on every board. */
export default function SearchPage() {
  const { t } = useWords()
  const [search] = useSearchParams()
  const text = search.get('q') ?? ''
  const { data, error } = useSearchResults(text)
  const boards = inOrder(data?.boards ?? [])
  const nothing = data !== undefined && boards.every(({ count }) => count === 0)
  return (
    <div className="page">
      <PageHeading title={text ? t('find.title', { text }) : t('find.label')} />
      <p className="meta">{t('find.help')}</p>
      <ProblemNotice error={error} />
      {nothing && <section className="card"><h2>{t('find.nothing')}</h2><AskOffice key={text} board="research" criteria={[]} text={text} /></section>}
      {boards.filter(({ count }) => count > 0).map((results) => <Board key={results.board} results={results} />)}
      {data && !nothing && (data.boards.find(({ board }) => board === 'research')?.count ?? 0) === 0 && (
        <details className="card"><summary>{t('find.noCentre')}</summary><AskOffice key={text} board="research" criteria={[]} text={text} /></details>
      )}
    </div>
  )
}

function Board({ results }: { results: BoardResults }) {
  const words = useWords()
  const { t } = words
  const { board, criteria, count, matches } = results
  const schema = useSchema(board)
  const places = usePlaces(board, matches.map(({ id }) => id))
  return (
    <section className="card">
      <div className="page-head">
        <h2>{t(`nav.${board}`)} <span className="meta nums">{t(`${board}.count`, { count })}</span></h2>
        {criteria.length > 0 && <Link href={asRequirement(results)} className="button small">{t('find.asRequirement')}</Link>}
      </div>
      {schema.attributes.length > 0 && criteria.length > 0 && <RequirementChips criteria={criteria} schema={schema} />}
      <ul className="search-results">
        {matches.map((match) => {
          const place = placeOf(match.id, places, words)
          return (
            <li key={match.id}>
              {criteria.length > 0 && <ScoreTile score={match.score} />}
              <div>
                <Link href={`${asRequirement(results)}&match=${encodeURIComponent(match.id)}`}>{place.name}</Link> {place.sample && <span className="tag sample">{t('sample')}</span>}
                <ul className="reasons">{reasons(match.parts).map((part, index) => <ReasonTag key={index} part={part} schema={schema} />)}</ul>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
