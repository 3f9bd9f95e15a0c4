import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client'
import type { JournalLine } from '../../api/introductions'
import type { Page } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { SelectField } from '../../kit/fields/Field'
import { ProblemNotice } from '../../kit/Notice'
import { TableScroll } from '../../kit/TableScroll'

type Filter = Partial<Record<'action' | 'kind' | 'actor', string>>

/** Newest first; the filter applies to what is loaded. */
export function Timeline({ of }: { of: string }) {
  const { t } = useWords()
  const [filter, setFilter] = useState<Filter>({})
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['journal', of],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page<JournalLine>) => page.next,
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/journal', { query: { of, after: pageParam, limit: 100 }, signal }),
  })
  const lines = data?.pages.flatMap(({ items }) => items) ?? []
  const shown = lines.filter((line) =>
    Object.entries(filter).every(([name, value]) => !value || line[name as keyof Filter] === value),
  )
  const choice = (name: keyof Filter, label: string, word: (value: string) => string) => (
    <SelectField
      label={label}
      value={filter[name] ?? ''}
      onChange={(event) => setFilter({ ...filter, [name]: event.target.value })}
      options={[
        { value: '', label: t('journal.all') },
        ...[...new Set(lines.map((line) => line[name]))].sort().map((value) => ({ value, label: word(value) })),
      ]}
    />
  )
  return (
    <>
      <fieldset className="grid" aria-label={t('journal.filter')}>
        {choice('action', t('journal.action'), (value) => t(`journal.actions.${value}`))}
        {choice('kind', t('journal.record'), (value) => t(`journal.kind.${value}`, { defaultValue: value }))}
        {choice('actor', t('journal.actor'), (value) => (value === 'system' ? t('journal.system') : value))}
      </fieldset>
      <ProblemNotice error={error} />
      {isPending && <p className="meta">{t('loading')}</p>}
      {data && lines.length === 0 && <p>{t('journal.none')}</p>}
      {lines.length > 0 && shown.length === 0 && <p>{t('journal.noneShown')}</p>}
      <ol className="timeline">
        {shown.map((line, index) => (
          <Line key={`${line.at} ${line.kind} ${line.id} ${index}`} line={line} />
        ))}
      </ol>
      {hasNextPage && (
        <p className="show-more">
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </p>
      )}
    </>
  )
}

function Line({ line: { at, actor, action, kind, id, version, changes } }: { line: JournalLine }) {
  const { t, format } = useWords()
  return (
    <li className={`card ${action}`}>
      <p className="meta nums">
        <time dateTime={at}>{format.exact(at)}</time> · {actor === 'system' ? t('journal.system') : actor}
      </p>
      <p>
        <b>{t(`journal.actions.${action}`)}</b> {t(`journal.kind.${kind}`, { defaultValue: kind })} <code>{id}</code>{' '}
        {version > 0 && <span className="meta">{t('journal.version', { version })}</span>}
      </p>
      {changes.length > 0 && (
        <details open={changes.length <= 3}>
          <summary>{t('journal.changes', { count: changes.length })}</summary>
          <TableScroll role="group" label={t('journal.changes', { count: changes.length })}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('journal.field')}</th>
                  <th scope="col">{t('journal.before')}</th>
                  <th scope="col">{t('journal.after')}</th>
                </tr>
              </thead>
              <tbody>
                {changes.map(({ path, before, after }) => (
                  <tr key={path}>
                    <th scope="row">
                      <code>{path}</code>
                    </th>
                    <td>{plain(before)}</td>
                    <td>{plain(after)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </details>
      )}
    </li>
  )
}

/** A text without its quotes; everything else as the journal holds it. */
function plain(json: string | undefined) {
  return json?.startsWith('"') ? (JSON.parse(json) as string) : (json ?? '–')
}
