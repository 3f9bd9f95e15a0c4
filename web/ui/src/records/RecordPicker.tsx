import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { at, query, request } from '../api/client'
import type { BoardRecord, Page } from '../api/types'
import { useWords } from '../i18n/i18n'
import { SearchPicker } from '../kit/SearchPicker'
import { useSettled } from '../live/useSettled'

/** One record of a collection, found by its name. */
export function RecordPicker({
  collection,
  label,
  value,
  errors,
  except,
  onChange,
}: {
  collection: 'buildings' | 'firms' | 'centres' | 'enterprises' | 'owners'
  label: string
  value: string | undefined
  errors?: string[] | undefined
  /** An id that may not be chosen. */
  except?: string
  onChange: (record: BoardRecord) => void
}) {
  const { text } = useWords()
  const cache = useQueryClient()
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim())
  const chosen = useQuery({
    queryKey: [collection, value],
    enabled: Boolean(value),
    queryFn: ({ signal }) => request<BoardRecord>(at(collection, value!), { signal }),
  }).data
  const { data } = useQuery({
    queryKey: [collection, 'search', 'picker', q],
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<Page<BoardRecord>>(`/api/${collection}${query({ q, limit: 20 })}`, { signal }),
  })
  const nameOf = (record: BoardRecord) => text(record.name) || text(record.address) || record.id
  const found = q ? (data?.items ?? []).filter(({ id }) => id !== except) : []
  return (
    <SearchPicker
      label={label}
      shown={value ? (chosen ? nameOf(chosen) : value) : ''}
      errors={errors}
      onType={setTyped}
      candidates={found.map((record) => ({ id: record.id, name: nameOf(record), detail: text(record.address) }))}
      onChange={(id) => {
        const record = found.find((one) => one.id === id)
        if (!record) return
        // So that its name is there at once.
        cache.setQueryData([collection, id], record)
        onChange(record)
      }}
    />
  )
}
