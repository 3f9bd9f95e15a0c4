import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { useSchema } from '../../api/boards'
import { query, request } from '../../api/client'
import type { BoardCode, SearchAnswer } from '../../api/types'
import { AskOffice } from '../../enquiry/AskOffice'
import { useWords } from '../../i18n/i18n'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { labelOf } from '../../score/describe'
import { BoardResults } from './BoardResults'

/** One search over every board: what was understood, what was found, and never an empty page. */
export default function SearchPage() {
  const { t } = useWords()
  const [search] = useSearchParams()
  const q = (search.get('q') ?? '').trim()
  const { data, error, isPending } = useQuery({
    queryKey: ['search', q], enabled: q.length > 0, placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<SearchAnswer>(`/api/search${query({ q, top: 10 })}`, { signal }),
  })
  const found = data?.boards.filter(({ count }) => count > 0) ?? []
  const research = data?.boards.find(({ board }) => board === 'research')
  return (
    <div className="page search-page">
      <PageHeading title={q ? t('searchPage.title', { text: q }) : t('search')} />
      <ProblemNotice error={error} />
      {!q && <p>{t('searchPage.hint')}</p>}
      {q && isPending && !error && <p className="meta">{t('loading')}</p>}
      {data && data.terms.length > 0 && <Terms terms={data.terms} />}
      {data && found.length === 0 && <p>{t('nothingFound')}</p>}
      {found.map((result) => <BoardResults key={result.board} result={result} />)}
      {data && (research?.count ?? 0) === 0 && (
        <section className="card"><h2>{t('searchPage.noCentre')}</h2><AskOffice key={q} board="research" criteria={research?.criteria ?? []} text={q} /></section>
      )}
    </div>
  )
}

function Terms({ terms }: { terms: SearchAnswer['terms'] }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="understood">
      <h2 id="understood" className="meta">{t('searchPage.understood')}</h2>
      <ul className="chips">{terms.map((term) => <li key={term.text} className="chip"><b>{term.text}</b><Meanings boards={term.boards} /></li>)}</ul>
    </section>
  )
}

function Meanings({ boards }: { boards: SearchAnswer['terms'][number]['boards'] }) {
  return Object.entries(boards).map(([board, attributes]) => <Meaning key={board} board={board as BoardCode} attributes={attributes} />)
}

function Meaning({ board, attributes }: { board: BoardCode; attributes: string[] }) {
  const words = useWords()
  const schema = useSchema(board)
  if (attributes.length === 0) return null
  return <span className="meta"> {words.t(`nav.${board}`)}: {words.format.list(attributes.map((code) => labelOf(code, schema, words)))}</span>
}
