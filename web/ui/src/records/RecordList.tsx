import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { api } from '../api/client'
import type { BoardRecord, Page } from '../api/types'
import { useWords } from '../i18n/i18n'
import type { ListingCollection } from '../kinds/kinds'
import { Button } from '../kit/Button'
import { TextField } from '../kit/fields/Field'
import { ProblemNotice } from '../kit/Notice'
import { useDebounced } from '../kit/useDebounced'

/** A collection with its search; each record leads to its own page. */
export function RecordList({
  collection,
  describe,
}: {
  collection: 'firms' | ListingCollection
  describe: (record: BoardRecord) => ReactNode
}) {
  const { t, text } = useWords()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed)
  const { data, error, hasNextPage, fetchNextPage, isPending } = useInfiniteQuery({
    queryKey: [collection, 'search', q],
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page<BoardRecord>) => page.next,
    queryFn: ({ pageParam, signal }) =>
      api.get(`/api/${collection}`, { query: { q, after: pageParam, limit: 50 }, signal }),
  })
  const records = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <TextField label={t('search')} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <ProblemNotice error={error} />
      <ul className="card rows">
        {records.map((record) => (
          <li key={record.id}>
            <Link href={`/${collection}/${record.id}`}>{text(record.name) || record.id}</Link>
            <span className="meta">
              {describe(record)} {!record.public && <span className="tag">{t('record.notPublic')}</span>}{' '}
              {record.sample && <span className="tag sample">{t('sample')}</span>}
            </span>
          </li>
        ))}
        {!isPending && records.length === 0 && <li>{t('nothingFound')}</li>}
        {isPending && <li>{t('loading')}</li>}
      </ul>
      {hasNextPage && (
        <p className="show-more">
          <Button onClick={() => void fetchNextPage()}>{t('more')}</Button>
        </p>
      )}
    </>
  )
}
