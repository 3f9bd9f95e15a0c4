import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../api/client'
import { useWords } from '../i18n/i18n'

/** Every programme with its rule as it stands. */
export const useProgrammes = () =>
  useQuery({ queryKey: ['programmes'], queryFn: ({ signal }) => api.get('/api/programmes', { signal }) })

/** The name of a programme in the reader's language; its id stands for it while the names are read. */
export function useProgrammeName() {
  const { text } = useWords()
  const { data } = useProgrammes()
  return useMemo(() => {
    const names = new Map(data?.items.map(({ id, name }) => [id, name]))
    return (id: string) => text(names.get(id)) || id
  }, [data, text])
}
