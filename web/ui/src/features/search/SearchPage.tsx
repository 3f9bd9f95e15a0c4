import { useSearchParams } from 'wouter'
import { boards } from '../../kinds/boards'
import AskOffice from '../../enquiry/AskOffice'
import { useWords } from '../../i18n/i18n'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { BoardResults } from './BoardResults'
import { ReadTerms } from './ReadTerms'
import { inOrder, isOfTopics, useSearchResults, withoutTopics, wordsOf } from './search'
import { Topics } from './Topics'

/** One search over every board: how the text was read, what was found, and never an empty page. */
export default function SearchPage() {
  const { t } = useWords()
  const [search] = useSearchParams()
  const text = (search.get('q') ?? '').trim()
  const { data: answer, error, isPending } = useSearchResults(text)
  const data = text ? answer : undefined
  const found = inOrder(data?.boards ?? []).filter(({ count }) => count > 0)
  // The office is asked where the first such board holds nothing.
  const asked = data?.boards.find(({ board }) => boards[board].asksOffice)
  const ask = <AskOffice key={text} board={asked?.board ?? 'research'} criteria={asked?.criteria ?? []} text={text} />
  return (
    <div className="page search-page">
      <PageHeading title={text ? t('find.title', { text }) : t('find.label')} />
      <p className="meta">{t('find.help')}</p>
      <ProblemNotice error={error} />
      {text && isPending && !error && <p className="meta">{t('loading')}</p>}
      {data && data.terms.length > 0 && <ReadTerms text={data.text} terms={data.terms} />}
      {data && isOfTopics(data) && <Topics topics={data.topics} />}
      {data && found.length === 0 && data.topics.length === 0 && (
        <section className="card">
          <h2>{t('find.nothing')}</h2>
          {ask}
        </section>
      )}
      {found.map((result) => (
        <BoardResults
          key={result.board}
          result={withoutTopics(result, data!.terms)}
          typed={(term) => wordsOf(text, data!.terms[term]!.from)}
        />
      ))}
      {data && !isOfTopics(data) && <Topics topics={data.topics} />}
      {data && (found.length > 0 || data.topics.length > 0) && (asked?.count ?? 0) === 0 && (
        <details className="card">
          <summary>{t('find.noCentre')}</summary>
          {ask}
        </details>
      )}
    </div>
  )
}
