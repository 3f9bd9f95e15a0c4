import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { useSchema } from '../../../api/boards'
import { api } from '../../../api/client'
import { useBuilding, useProfiled } from '../../../api/records'
import type { BoardCode, Question } from '../../../api/types'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { pageOf } from '../../../kinds/kinds'
import { Button } from '../../../kit/Button'
import { ProblemNotice } from '../../../kit/Notice'
import { unitName } from '../../../matches/list/names'
import { factOf } from '../../../records/facts/facts'
import { describeValue } from '../../../score/describe'
import { confirmFact } from './confirmFact'
import { HomeCard } from './pieces'

const step = 5
// The server asks no more at once.
const most = 200

/** Where the facts of each kind of record are described, and where the record is read. */
const kindsAsked = {
  building: { board: 'sites', collection: 'buildings' },
  space: { board: 'sites', collection: 'spaces' },
  firm: { board: 'partners', collection: 'firms' },
  opportunity: { board: 'opportunities', collection: 'opportunities' },
} as const satisfies Record<string, { board: BoardCode; collection: string }>

type AskedKind = keyof typeof kindsAsked
type Asked = Question & { kind: AskedKind }

const isAsked = (question: Question): question is Asked => question.kind in kindsAsked

/** Facts that nobody has made sure of for long: one press says that a fact still holds. */
export function StaleFacts() {
  const { t } = useWords()
  const [shown, setShown] = useState(step)
  const { data } = useQuery({
    queryKey: ['questions'],
    retry: false,
    queryFn: ({ signal }) => api.get('/api/questions', { signal }),
  })
  const questions = data?.items.filter(isAsked) ?? []
  if (!data) return null
  return (
    <HomeCard
      title={t('home.stale.title')}
      note={
        questions.length > 0 &&
        t(questions.length < most ? 'home.stale.count' : 'home.stale.atLeast', { count: questions.length })
      }
    >
      {questions.length === 0 && <p className="meta">{t('home.stale.none')}</p>}
      <ul className="home-rows">
        {questions.slice(0, shown).map((question) => (
          <StaleFact key={`${question.kind} ${question.id} ${question.attribute}`} question={question} />
        ))}
      </ul>
      {questions.length > shown && (
        <p>
          <Button look="small" onClick={() => setShown(shown + step)}>
            {t('match.more', { count: questions.length - shown })}
          </Button>
        </p>
      )}
    </HomeCard>
  )
}

function StaleFact({ question }: { question: Asked }) {
  return question.kind === 'building' ? <OfBuilding question={question} /> : <OfProfile question={question} />
}

function OfBuilding({ question }: { question: Asked }) {
  const { text } = useWords()
  const { data } = useBuilding(question.id)
  return data ? <Fact question={question} record={data} name={text(data.name) || text(data.address)} /> : null
}

function OfProfile({ question }: { question: Asked }) {
  const words = useWords()
  const { data } = useProfiled(kindsAsked[question.kind].board, question.id)
  if (!data) return null
  const name = question.kind === 'space' ? unitName(data, words) : words.text(data.name)
  return <Fact question={question} record={data} name={name} />
}

function Fact({ question, record, name }: { question: Asked; record: Parameters<typeof factOf>[0]; name: string }) {
  const words = useWords()
  const { t, text, format } = words
  const cache = useQueryClient()
  const { collection, board } = kindsAsked[question.kind]
  const attribute = useSchema(board).byCode.get(question.attribute)
  const { run, busy, error } = useSave()
  const { verifiedOn } = factOf(record, question.attribute)
  const confirm = async () => {
    const { kind, id, attribute: code } = question
    await confirmFact(kind, id, { attribute: code, value: record.values[code], source: t('record.ownSource') })
    await Promise.all([
      cache.invalidateQueries({ queryKey: ['questions'] }),
      cache.invalidateQueries({ queryKey: [collection, question.id] }),
    ])
  }
  const page = pageOf(`${collection}/${question.id}`)
  // Asked of it because somebody's list lacks it; the other questions are about facts that are stated.
  const isMissing = record.values[question.attribute] === undefined
  const label = text(attribute?.label) || question.attribute
  return (
    <li className="home-row stale-fact">
      <div className="home-row-text">
        <span>
          {label}{' '}
          {!isMissing && <b className="nums">{describeValue(record.values[question.attribute], attribute, words)}</b>}
        </span>
        <div className="meta">
          {page ? <Link href={page}>{name}</Link> : name} ·{' '}
          {isMissing
            ? t('question.requested')
            : verifiedOn
              ? t('record.verified', { day: format.day(verifiedOn) })
              : t('facts.unverified')}
        </div>
        <ProblemNotice error={error} />
      </div>
      {isMissing && page ? (
        <Link href={page} className="button small">
          {t('question.fill')}
          <span className="visually-hidden">: {label}</span>
        </Link>
      ) : (
        <Button look="small" disabled={busy} onClick={() => void run(confirm)}>
          <Check size={14} strokeWidth={1.9} aria-hidden />
          {t('question.stillTrue')}
          <span className="visually-hidden">: {label}</span>
        </Button>
      )}
    </li>
  )
}
