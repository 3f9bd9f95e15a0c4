import { useRef } from 'react'
import { Link } from 'wouter'
import { useSchema } from '../../api/boards'
import { useWords } from '../../i18n/i18n'
import { searchPath } from '../../kinds/links'
import { describeCriterion } from '../../score/describe'
import { type SearchResults, type SearchTerm, without, wordsOf } from './search'

/** How the text was read, term by term; each can be taken out of the search. */
export function ReadTerms({ text, terms }: Pick<SearchResults, 'text' | 'terms'>) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <section aria-labelledby="read-terms">
      <h2 id="read-terms" ref={heading} tabIndex={-1} className="meta">
        {t('find.understood')}
      </h2>
      <ul className="chips read-terms">
        {terms.map((term, index) => (
          <li key={index} className={term.understood ? 'chip' : 'chip unread'}>
            <Term text={text} term={term} />
            <Link
              href={searchPath(without(text, term.from))}
              className="chip-remove"
              aria-label={t('find.remove', { text: wordsOf(text, term.from) })}
              // The chip goes, so its place in the list keeps the focus.
              onClick={() => heading.current?.focus()}
            >
              <span aria-hidden="true">×</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Term({ text, term }: { text: string; term: SearchTerm }) {
  const { t } = useWords()
  const typed = wordsOf(text, term.from)
  if (!term.understood)
    return (
      <>
        <s>{typed}</s> <span className="meta">{t(term.searched ? 'find.searchedInNames' : 'find.leftAside')}</span>
      </>
    )
  return (
    <>
      <b>{typed}</b>
      {term.meanings.length === 0 && <span className="meta"> {t('find.topic')}</span>}
      {term.meanings.map((meaning) => (
        <Meaning key={meaning.board} meaning={meaning} />
      ))}
    </>
  )
}

function Meaning({ meaning }: { meaning: SearchTerm['meanings'][number] }) {
  const words = useWords()
  const schema = useSchema(meaning.board)
  const told = describeCriterion(meaning.criterion, schema, words)
  return (
    <span className="meta">
      {' '}
      {words.t(`nav.${meaning.board}`)}: {meaning.excludes ? words.t('find.excluded', { what: told }) : told}
    </span>
  )
}
