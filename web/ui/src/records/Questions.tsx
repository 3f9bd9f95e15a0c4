import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Schema } from '../api/boards'
import { request } from '../api/client'
import type { Attribute, BoardRecord, Page, Question } from '../api/types'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { describeValue } from '../score/describe'
import { factOf, staleFacts } from './facts'

/** What of this record went stale, asked of whoever reads it here: one press says that it still holds. */
export function Questions({ record, own, schema, onConfirm }: { record: BoardRecord; own: boolean; schema: Schema; onConfirm: (code: string) => Promise<void> | undefined }) {
  const { t } = useWords()
  const cache = useQueryClient()
  const { data, isFetching } = useQuery({ queryKey: ['questions'], retry: false, enabled: own, queryFn: ({ signal }) => request<Page<Question>>('/api/questions', { signal }) })
  const asked = staleFacts(record, schema.attributes, own ? data?.items : undefined)
  if (asked.length === 0 || (own && isFetching && !data)) return null
  const confirm = async (code: string) => {
    await onConfirm(code)
    await cache.invalidateQueries({ queryKey: ['questions'] })
  }
  return (
    <section className="card questions" aria-labelledby="questions">
      <h2 id="questions">{t('question.title', { count: asked.length })}</h2>
      <ul className="rows">
        {asked.map((attribute) => (
          <Asked key={attribute.code} record={record} attribute={attribute} onConfirm={() => void confirm(attribute.code)} />
        ))}
      </ul>
    </section>
  )
}

function Asked({ record, attribute, onConfirm }: { record: BoardRecord; attribute: Attribute; onConfirm: () => void }) {
  const words = useWords()
  const { t, text, format } = words
  const { verifiedOn, source } = factOf(record, attribute.code)
  return (
    <li>
      <span>{text(attribute.label)} <b className="nums">{describeValue(record.values[attribute.code], attribute, words)}</b>
        <span className="meta asked-origin">{[source, verifiedOn ? t('record.verified', { day: format.day(verifiedOn) }) : t('facts.unverified')].filter(Boolean).join(' · ')}</span></span>
      <Button onClick={onConfirm}>{t('question.today')}<span className="visually-hidden">: {text(attribute.label)}</span></Button>
    </li>
  )
}
