import { type ReactNode } from 'react'
import { Redirect, useSearchParams } from 'wouter'
import { useBriefs } from '../../../records/useBriefs'
import { useDemand } from '../demand/demands'
import { Loaded, Loading } from './SavedBriefPage'

/** A standing demand: a tab of its Brief, or a Brief of its own where it is in none. */
export default function DemandPage({ id, money }: { id: string; money: (enterprise: string) => ReactNode }) {
  const { data, error } = useDemand(id)
  const { data: briefs, isPending } = useBriefs()
  const [search] = useSearchParams()
  if (!data || isPending) return <Loading error={error} />
  const brief = briefs?.find(({ demands }) => demands.includes(id))
  if (brief) {
    const rest = new URLSearchParams(search)
    rest.set('tab', data.board)
    return <Redirect to={`/briefs/${brief.id}?${rest.toString()}`} replace />
  }
  const alone = { ...(data.owner && { owner: data.owner }), ...(data.name && { name: data.name }), demands: [id] }
  return <Loaded saved={{ ...alone, version: 0 }} money={money} />
}
