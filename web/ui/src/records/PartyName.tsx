import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client'
import { useWords } from '../i18n/i18n'

/** The name of a party by its reference, such as `firms/f1`; the reference until the name is read. */
export function PartyName({ party }: { party: string }) {
  const { text } = useWords()
  const [collection, id] = party.split('/') as ['enterprises' | 'firms' | 'owners', string]
  const { data } = useQuery({
    queryKey: [collection, id],
    queryFn: ({ signal }) => api.get(`/api/${collection}/{id}` as const, { path: { id }, signal }),
  })
  return text(data?.name) || party
}
