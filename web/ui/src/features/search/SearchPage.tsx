import { useSearchParams } from 'wouter'
import { useSchema } from '../../api/boards'
import { boards } from '../../kinds/boards'
import type { BoardCode } from '../../api/types'
import { AskOffice } from '../../enquiry/AskOffice'
import { useWords } from '../../i18n/i18n'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { labelOf } from '../../score/describe'
import { BoardResults } from './BoardResults'
import { inOrder, understood, type UnderstoodTerm, useSearchResults } from './search'

/** One search over every board: what was understood, what was found, and never an empty page. */
export default function SearchPage() {
  const { t } = useWords()
  const [search] = useSearchParams()
  const text = (search.get('q') ?? '').trim()
  const { data, error, isPending } = useSearchResults(text)
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
      {data && data.terms.length > 0 && <Terms terms={understood(data.terms)} />}
      {data && found.length === 0 && (
        <section className="card">
          <h2>{t('find.nothing')}</h2>
          {ask}
        </section>
      )}
      {found.map((result) => (
        <BoardResults key={result.board} result={result} />
      ))}
      {data && found.length > 0 && (asked?.count ?? 0) === 0 && (
        <details className="card">
          <summary>{t('find.noCentre')}</summary>
          {ask}
        </details>
      )}
    </div>
  )
}

function Terms({ terms }: { terms: UnderstoodTerm[] }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="understood">
      <h2 id="understood" className="meta">
        {t('find.understood')}
      </h2>
      <ul className="chips">
        {terms.map((term) => (
          <li key={term.text} className="chip">
            <b>{term.text}</b>
            <Meanings boards={term.boards} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Meanings({ boards }: Pick<UnderstoodTerm, 'boards'>) {
  return Object.entries(boards).map(([board, attributes]) => (
    <Meaning key={board} board={board as BoardCode} attributes={attributes ?? []} />
  ))
}

function Meaning({ board, attributes }: { board: BoardCode; attributes: string[] }) {
  const words = useWords()
  const schema = useSchema(board)
  if (attributes.length === 0) return null
  return (
    <span className="meta">
      {' '}
      {words.t(`nav.${board}`)}: {words.format.list(attributes.map((code) => labelOf(code, schema, words)))}
    </span>
  )
}
