import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'wouter'
import { api } from '../../api/client'
import type { Demand } from '../../api/types'
import { boards } from '../../kinds/boards'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { CheckBox, TextField } from '../../kit/fields/Field'
import { ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { PartyName } from '../../records/PartyName'
import { useDemands } from '../../records/useDemands'
import './allocation.css'
import { Picture } from './Picture'

const fewest = 2
const refreshEvery = 20_000

/** Which project gets which site, where several want the same few. The choice stands in the address. */
export default function AllocationPage() {
  const { t, text } = useWords()
  const [search, setSearch] = useSearchParams()
  const { data: all, error, isPending } = useDemands()
  const demands = useMemo(() => all?.filter((demand) => boards[demand.board].inBuildings) ?? [], [all])
  const asked = search.get('demands')?.split(',').filter(Boolean) ?? []
  const chosen = demands.filter(({ id }) => asked.includes(id))
  const choose = (ids: string[]) =>
    setSearch(
      (before) => {
        if (ids.length > 0) before.set('demands', ids.join(','))
        else before.delete('demands')
        return before
      },
      { replace: true },
    )
  return (
    <div className="page allocation">
      <PageHeading title={t('nav.allocation')} />
      <p className="meta">{t('allocation.about')}</p>
      <ProblemNotice error={error} />
      {isPending && <p className="meta">{t('loading')}</p>}
      {all && demands.length < fewest && <p>{t('allocation.none')}</p>}
      {demands.length >= fewest && (
        <Choice
          demands={demands}
          chosen={chosen.map(({ id }) => id)}
          nameOf={(demand) => text(demand.name) || demand.id}
          onChoose={choose}
        />
      )}
      {chosen.length >= fewest && <Result demands={chosen} />}
    </div>
  )
}

function Choice({
  demands,
  chosen,
  nameOf,
  onChoose,
}: {
  demands: Demand[]
  chosen: string[]
  nameOf: (demand: Demand) => string
  onChoose: (ids: string[]) => void
}) {
  const { t } = useWords()
  const [filter, setFilter] = useState('')
  const shown = demands.filter((demand) => nameOf(demand).toLowerCase().includes(filter.trim().toLowerCase()))
  const ids = demands.map(({ id }) => id)
  return (
    <section className="card allocation-choice" aria-label={t('allocation.demands')}>
      <div className="row">
        <h2>{t('allocation.demands')}</h2>
        <b className="nums">{t('allocation.chosen', { count: chosen.length })}</b>
        <Button onClick={() => onChoose(ids)} disabled={chosen.length === ids.length}>
          {t('allocation.all')}
        </Button>
        <Button onClick={() => onChoose([])} disabled={chosen.length === 0}>
          {t('allocation.clear')}
        </Button>
      </div>
      {demands.length > 8 && (
        <TextField label={t('allocation.filter')} value={filter} onChange={(event) => setFilter(event.target.value)} />
      )}
      <ul>
        {shown.map((demand) => (
          <li key={demand.id}>
            <CheckBox
              label={
                <>
                  {nameOf(demand)} <PartyOf owner={demand.owner} />
                </>
              }
              checked={chosen.includes(demand.id)}
              onChange={(event) =>
                onChoose(ids.filter((id) => (id === demand.id ? event.target.checked : chosen.includes(id))))
              }
            />
          </li>
        ))}
      </ul>
      {chosen.length < fewest && <p className="meta">{t('allocation.choose')}</p>}
    </section>
  )
}

function PartyOf({ owner }: { owner: string | null | undefined }) {
  return (
    owner && (
      <span className="meta">
        <PartyName party={owner} />
      </span>
    )
  )
}

function Result({ demands }: { demands: Demand[] }) {
  const { t } = useWords()
  const ids = demands.map(({ id }) => id)
  const { data, error } = useQuery({
    queryKey: ['allocation', ...ids],
    placeholderData: keepPreviousData,
    // Spaces are let and change meanwhile.
    refetchInterval: refreshEvery,
    queryFn: ({ signal }) => api.post('/api/allocations', { body: { demands: ids }, signal }),
  })
  // What is kept from before may name demands that are not chosen any more.
  const fits = data && data.placed.length + data.unplaced.length === ids.length
  return (
    <section className="card" aria-label={t('nav.allocation')}>
      <ProblemNotice error={error} />
      {!data && !error && <p className="meta">{t('loading')}</p>}
      {fits && <Picture allocation={data} demands={demands} />}
      <p className="meta">{t('allocation.how')}</p>
    </section>
  )
}
