import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { Link } from 'wouter'
import type { Schema } from '../../../api/boards'
import { api } from '../../../api/client'
import { useBuilding } from '../../../api/records'
import type { Demand, DemandQuestion } from '../../../api/types'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { pageOf } from '../../../kinds/kinds'
import { Button } from '../../../kit/Button'
import { ProblemNotice } from '../../../kit/Notice'
import { useRefetch } from '../../../kit/useRefetch'

const keyOf = (demand: Demand) => ['demands', demand.id, 'questions']

/** The facts that owners have not stated, those first that would settle the most of the list; one press asks. */
export default function QuestionsPanel({
  demand,
  schema,
  fresh,
}: {
  demand: Demand
  schema: Schema
  /** Asks anew when it changes. */
  fresh: number
}) {
  const { t } = useWords()
  const { data, refetch } = useQuery({
    queryKey: [...keyOf(demand), demand.version],
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) => api.get('/api/demands/{id}/questions', { path: { id: demand.id }, signal }),
  })
  useRefetch(fresh, refetch)
  const questions = data?.questions ?? []
  const best = questions[0]?.decides ?? 0
  return (
    <details className="list-panel questions-panel">
      <summary>
        <h2>{t('ask.title')}</h2>
        {best > 0 && <b className="nums">{t('ask.best', { count: best })}</b>}
      </summary>
      {data && questions.length === 0 ? (
        <p className="meta">{t('ask.none')}</p>
      ) : (
        <>
          <p className="meta">{t('ask.intro')}</p>
          <ul className="rows">
            {questions.map((question) => (
              <OneQuestion
                key={`${question.record} ${question.attribute}`}
                question={question}
                demand={demand}
                schema={schema}
              />
            ))}
          </ul>
        </>
      )}
    </details>
  )
}

function OneQuestion({
  question: { record, attribute, decides, touches, askable },
  demand,
  schema,
}: {
  question: DemandQuestion
  demand: Demand
  schema: Schema
}) {
  const { t, text } = useWords()
  const cache = useQueryClient()
  const { data: building } = useBuilding(record)
  const { run, busy, saved, error } = useSave()
  const label = text(schema.byCode.get(attribute)?.label) || attribute
  const name = text(building?.name) || text(building?.address) || record
  const ask = async () => {
    await api.post('/api/questions', { body: { record, attribute, demand: demand.id } })
    await cache.invalidateQueries({ queryKey: keyOf(demand) })
  }
  return (
    <li>
      <div>
        <b>{label}</b> · <Link href={pageOf(`buildings/${record}`)!}>{name}</Link>
        <div className="meta nums">
          {decides > 0 && `${t('ask.decides', { count: decides })} · `}
          {t('ask.touches', { count: touches })}
        </div>
        <ProblemNotice error={error} />
      </div>
      {saved ? (
        <span className="ok" role="status">
          <Check size={14} strokeWidth={1.9} aria-hidden /> {t('ask.done')}
        </span>
      ) : askable ? (
        <Button look="small" disabled={busy} onClick={() => void run(ask)}>
          {t('ask.press')}
          <span className="visually-hidden">
            : {label}, {name}
          </span>
        </Button>
      ) : (
        <span className="meta">{building && !building.owner ? t('ask.noOwner') : t('ask.lately')}</span>
      )}
    </li>
  )
}
