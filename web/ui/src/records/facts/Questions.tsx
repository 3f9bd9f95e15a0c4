import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Schema } from '../../api/boards'
import { api } from '../../api/client'
import type { Attribute, BoardRecord, Question } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { describeValue } from '../../score/describe'
import { factOf, staleFacts } from './facts'

/** What of this record went stale, asked of whoever reads it here: one press says that it still holds. */
export function Questions({
  record,
  own,
  schema,
  onConfirm,
}: {
  record: BoardRecord
  own: boolean
  schema: Schema
  onConfirm: (code: string) => Promise<void> | undefined
}) {
  const { t } = useWords()
  const cache = useQueryClient()
  const { data, isFetching } = useQuery({
    queryKey: ['questions'],
    retry: false,
    enabled: own,
    queryFn: ({ signal }) => api.get('/api/questions', { signal }),
  })
  const asked = staleFacts(record, schema.attributes, own ? data?.items : undefined)
  if (asked.length === 0 || (own && isFetching && !data)) return null
  const refresh = () => cache.invalidateQueries({ queryKey: ['questions'] })
  const questionOf = (code: string) =>
    own ? data?.items.find(({ id, attribute }) => id === record.id && attribute === code) : undefined
  const confirm = async (code: string) => {
    await onConfirm(code)
    await refresh()
  }
  const dismiss = async ({ kind, id, attribute, verifiedOn }: Question) => {
    await api
      .post('/api/questions/dismiss', { body: { kind, id, attribute, ...(verifiedOn && { verifiedOn }) } })
      .catch(() => undefined)
    await refresh()
  }
  return (
    <section className="card questions" aria-labelledby="questions">
      <h2 id="questions">{t('question.title', { count: asked.length })}</h2>
      <ul className="rows">
        {asked.map((attribute) => {
          const question = questionOf(attribute.code)
          return (
            <Asked
              key={attribute.code}
              record={record}
              attribute={attribute}
              onConfirm={() => void confirm(attribute.code)}
              onDismiss={question && (() => void dismiss(question))}
            />
          )
        })}
      </ul>
    </section>
  )
}

function Asked({
  record,
  attribute,
  onConfirm,
  onDismiss,
}: {
  record: BoardRecord
  attribute: Attribute
  onConfirm: () => void
  onDismiss: (() => void) | undefined
}) {
  const words = useWords()
  const { t, text, format } = words
  const { verifiedOn, source } = factOf(record, attribute.code)
  const of = <span className="visually-hidden">: {text(attribute.label)}</span>
  return (
    <li>
      <span>
        {text(attribute.label)} <b className="nums">{describeValue(record.values[attribute.code], attribute, words)}</b>
        <span className="meta asked-origin">
          {[source, verifiedOn ? t('record.verified', { day: format.day(verifiedOn) }) : t('facts.unverified')]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className="row">
        {onDismiss && (
          <Button look="quiet" onClick={onDismiss}>
            {t('question.dismiss')}
            {of}
          </Button>
        )}
        <Button onClick={onConfirm}>
          {t('question.today')}
          {of}
        </Button>
      </span>
    </li>
  )
}
