import { useQuery } from '@tanstack/react-query'
import type { Schema } from '../api/boards'
import { api } from '../api/client'
import { buildingOf, spacePath } from '../api/records'
import type { UseOfSpace } from '../api/types'
import { useWords } from '../i18n/i18n'
import { ProblemNotice } from '../kit/Notice'
import { Gates, NoAdvice, UseWord } from './Gates'
import './uses.css'

/** Every use of a space or a building, and for those that nobody states what the gates say. */
export function Uses({ id, schema }: { id: string; schema: Schema }) {
  const { t, format } = useWords()
  const { data, error } = useUses(id)
  return (
    <div className="uses-of">
      <ProblemNotice error={error} />
      <ul>
        {data?.uses.map((use) => (
          <UseLine key={use.use} use={use} schema={schema} />
        ))}
      </ul>
      {data && <p className="meta">{t('gates.asOf', { day: format.day(data.asOf) })}</p>}
      <NoAdvice />
    </div>
  )
}

function UseLine({ use, schema }: { use: UseOfSpace; schema: Schema }) {
  const { t, text } = useWords()
  const label = text(schema.byCode.get('uses')?.values?.find(({ code }) => code === use.use)?.label) || use.use
  const head = (
    <>
      <span className="use-name">{label}</span>
      {use.stale && <span className="stale">{t('gates.old')}</span>}
      <UseWord verdict={use.verdict} />
    </>
  )
  return (
    <li>
      {use.gates ? (
        <details className="use-line">
          <summary>{head}</summary>
          <Gates gates={use.gates} use={use.use} schema={schema} />
        </details>
      ) : (
        <div className="use-line">
          <p>{head}</p>
          <p className="meta">{t('gates.stated')}</p>
        </div>
      )}
    </li>
  )
}

/** Under the key of its building: what changes the building or a space asks anew. */
function useUses(id: string) {
  const building = buildingOf(id)
  const isSpace = building !== id
  return useQuery({
    queryKey: ['buildings', building, 'uses', id],
    queryFn: ({ signal }) =>
      isSpace
        ? api.get('/api/buildings/{building}/spaces/{space}/uses', { path: spacePath(id), signal })
        : api.get('/api/buildings/{building}/uses', { path: { building }, signal }),
  })
}
