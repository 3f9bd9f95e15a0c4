import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import { isOffice, useMe } from '../../api/session'
import type { Building, Page } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { TextField } from '../../kit/fields/Field'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { useDebounced } from '../../kit/useDebounced'
import { NewBuilding } from './BuildingForm'

/** An owner's own buildings, or for the office all. */
export default function BuildingsPage() {
  const { t, text } = useWords()
  const { me } = useMe()
  const [, go] = useLocation()
  const schema = useSchema('sites')
  const [typed, setTyped] = useState('')
  const [creating, setCreating] = useState(false)
  const q = useDebounced(typed)
  const owner = me?.owner && !isOffice(me) ? `owners/${me.owner}` : undefined
  const { data, error, hasNextPage, fetchNextPage, isPending } = useBuildings(q, owner)
  const buildings = data?.pages.flatMap((page) => page.items) ?? []
  const district = (building: Building) =>
    text(schema.byCode.get('district')?.values?.find(({ code }) => code === building.values.district)?.label)
  return (
    <div className="page">
      <div className="page-head">
        <PageHeading title={t(owner ? 'nav.ownBuildings' : 'nav.buildings')} />
        {isOffice(me) && (
          <Button look="primary" onClick={() => setCreating(true)}>
            {t('building.create')}
          </Button>
        )}
      </div>
      <TextField label={t('search')} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <ProblemNotice error={error} />
      <ul className="card rows">
        {buildings.map((building) => (
          <li key={building.id}>
            <Link href={`/buildings/${building.id}`}>
              {text(building.name) || text(building.address) || building.id}
            </Link>
            <span className="meta">
              {[district(building), text(building.address)].filter(Boolean).join(' · ')}{' '}
              {building.sample && <span className="tag sample">{t('sample')}</span>}
            </span>
          </li>
        ))}
        {!isPending && buildings.length === 0 && <li>{t('nothingFound')}</li>}
        {isPending && <li>{t('loading')}</li>}
      </ul>
      {hasNextPage && (
        <p className="show-more">
          <Button onClick={() => void fetchNextPage()}>{t('more')}</Button>
        </p>
      )}
      {creating && (
        <NewBuilding onClose={() => setCreating(false)} onSaved={(building) => go(`/buildings/${building.id}`)} />
      )}
    </div>
  )
}

/** The public catalogue holds other owners' buildings too, so an owner's page filters. */
function useBuildings(q: string, owner: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['buildings', 'search', q, owner],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page<Building>) => page.next,
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }) => {
      const page = await api.get('/api/buildings', {
        query: { q, after: pageParam, limit: owner ? 500 : 50 },
        signal,
      })
      return owner ? { ...page, items: page.items.filter((building) => building.owner === owner) } : page
    },
  })
}
