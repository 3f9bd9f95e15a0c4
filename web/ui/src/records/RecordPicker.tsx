import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client'
import type { RecordOf } from '../api/records'
import { useWords } from '../i18n/i18n'
import { SearchPicker } from '../kit/fields/SearchPicker'
import type { PartyCollection } from '../kinds/kinds'
import { useDebounced } from '../kit/useDebounced'

/** The collections that a record is picked from. */
type Picked = PartyCollection | 'buildings'

const addressOf = (record: RecordOf[Picked]) => ('address' in record ? record.address : undefined)

/** One record of a collection, found by its name. */
export function RecordPicker<C extends Picked>({
  collection,
  label,
  value,
  errors,
  except,
  onChange,
}: {
  collection: C
  label: string
  value: string | undefined
  errors?: string[] | undefined
  /** An id that may not be chosen. */
  except?: string
  onChange: (record: RecordOf[C]) => void
}) {
  const path: `/api/${Picked}` = `/api/${collection}`
  const { text } = useWords()
  const cache = useQueryClient()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim())
  const chosen = useQuery({
    queryKey: [collection, value],
    enabled: Boolean(value),
    queryFn: ({ signal }) => api.get(`${path}/{id}` as const, { path: { id: value! }, signal }),
  }).data
  const { data } = useQuery({
    queryKey: [collection, 'search', 'picker', q],
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get(path, { query: { q, limit: 20 }, signal }),
  })
  const nameOf = (record: RecordOf[Picked]) => text(record.name) || text(addressOf(record)) || record.id
  const found = q ? (data?.items ?? []).filter(({ id }) => id !== except) : []
  return (
    <SearchPicker
      label={label}
      shown={value ? (chosen ? nameOf(chosen) : value) : ''}
      errors={errors}
      onType={setTyped}
      candidates={found.map((record) => ({ id: record.id, name: nameOf(record), detail: text(addressOf(record)) }))}
      onChange={(id) => {
        const record = found.find((candidate) => candidate.id === id)
        if (!record) return
        // The name shows without another request.
        cache.setQueryData([collection, id], record)
        onChange(record as RecordOf[C])
      }}
    />
  )
}
