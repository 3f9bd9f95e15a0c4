import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Schema } from '../api/boards'
import { request } from '../api/client'
import type { BoardRecord, Page, Question } from '../api/types'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { describeValue, labelOf } from '../score/describe'

/** What of this record went stale, each asked once: one press says that it still holds. */
export function Questions({ record, schema, onConfirm }: { record: BoardRecord; schema: Schema; onConfirm: (code: string) => Promise<void> | undefined }) {
  const words = useWords()
  const { t } = words
  const cache = useQueryClient()
  const { data } = useQuery({ queryKey: ['questions'], retry: false, queryFn: ({ signal }) => request<Page<Question>>('/api/questions', { signal }) })
  const asked = (data?.items ?? []).filter(({ id, attribute }) => id === record.id && attribute in record.values)
  if (asked.length === 0) return null
  const dismiss = async ({ kind, id, attribute, verifiedOn }: Question) => {
    await request<void>('/api/questions/dismiss', { method: 'POST', body: { kind, id, attribute, ...(verifiedOn && { verifiedOn }) } }).catch(() => undefined)
    await cache.invalidateQueries({ queryKey: ['questions'] })
  }
  const confirm = async (code: string) => {
    await onConfirm(code)
    await cache.invalidateQueries({ queryKey: ['questions'] })
  }
  return (
    <section className="card questions" aria-labelledby="questions">
      <h2 id="questions">{t('question.title', { count: asked.length })}</h2>
      <ul className="rows">
        {asked.map((question) => [question, question.attribute, question.verifiedOn] as const).map(([question, attribute, verifiedOn]) => (
          <li key={attribute}>
            <span>{labelOf(attribute, schema, words)} <b className="nums">{describeValue(record.values[attribute], schema.byCode.get(attribute), words)}</b>
              {verifiedOn && <span className="meta"> {t('record.verified', { day: words.format.day(verifiedOn) })}</span>}</span>
            <span className="row">
              <Button look="small" onClick={() => void confirm(attribute)}>{t('question.stillTrue')}<span className="visually-hidden">: {labelOf(attribute, schema, words)}</span></Button>
              <Button look={['small', 'quiet']} onClick={() => void dismiss(question)}>{t('question.dismiss')}<span className="visually-hidden">: {labelOf(attribute, schema, words)}</span></Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
