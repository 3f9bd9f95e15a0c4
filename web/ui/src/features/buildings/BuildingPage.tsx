import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { useSchema } from '../../api/boards'
import { useBuilding } from '../../api/records'
import { useSpacesOf } from '../../stack/spaces'
import type { Building, Space } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Steps } from '../../kit/back/steps'
import { steps } from '../../kit/back/useBackCloses'
import { Button } from '../../kit/Button'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { unitName } from '../../matches/list/names'
import { StackingPlan } from '../../stack/StackingPlan'
import { Uses } from '../../uses/Uses'
import { BuildingForm } from './BuildingForm'
import './buildings.css'
import { SpaceForm } from './SpaceForm'

/** One building and its spaces, for its owner and the office. */
export default function BuildingPage({ id }: { id: string }) {
  const { t, text } = useWords()
  const cache = useQueryClient()
  const building = useBuilding(id)
  const spaces = useSpacesOf(id, true)
  const schema = useSchema('sites')
  const [editing, setEditing] = useState(false)
  const [search, setSearch] = useSearchParams()
  const [fresh, setFresh] = useState<Space>()
  const openId = search.get('space')
  const open = fresh ?? spaces.data?.find((space) => space.id === openId)
  const close = () => {
    setFresh(undefined)
    steps().close('space', () =>
      setSearch(
        (before) => {
          before.delete('space')
          return before
        },
        { replace: true },
      ),
    )
  }
  const refresh = () => void cache.invalidateQueries({ queryKey: ['buildings', id] })
  const name = text(building.data?.name) || text(building.data?.address) || t('nav.buildings')
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <PageHeading title={name} />
          <p className="meta">
            {text(building.data?.address)} {building.data?.sample && <span className="tag sample">{t('sample')}</span>}
          </p>
        </div>
        {building.data && (
          <div className="row">
            <Button onClick={() => setEditing(true)}>{t('building.edit')}</Button>
            <Button look="primary" onClick={() => setFresh(newSpace(id))}>
              {t('space.create')}
            </Button>
          </div>
        )}
      </div>
      <ProblemNotice error={building.error ?? spaces.error} />
      {spaces.data && spaces.data.length > 0 && (
        <section className="card">
          <h2>{t('detail.stack')}</h2>
          <StackingPlan building={id} spaces={spaces.data} />
        </section>
      )}
      <section className="card">
        <h2>{t('building.spaces')}</h2>
        <ul className="rows spaces">
          {spaces.data?.map((space) => (
            <SpaceLine
              key={space.id}
              space={space}
              onOpen={() =>
                setSearch((before) => {
                  before.set('space', space.id)
                  return before
                }, Steps.opening('space'))
              }
            />
          ))}
          {spaces.data?.length === 0 && <li>{t('building.noSpaces')}</li>}
        </ul>
      </section>
      {building.data && (
        <section className="card">
          <h2>{t('gates.title')}</h2>
          <Uses id={id} schema={schema} />
        </section>
      )}
      {editing && building.data && (
        <BuildingForm
          building={building.data}
          onClose={() => setEditing(false)}
          onSaved={(saved: Building) => {
            cache.setQueryData(['buildings', id], saved)
            refresh()
          }}
        />
      )}
      {open && <SpaceForm key={open.id} space={open} onClose={close} onSaved={refresh} />}
    </div>
  )
}

function SpaceLine({ space, onOpen }: { space: Space; onOpen: () => void }) {
  const words = useWords()
  const { t, format } = words
  const { area, rent } = space.values
  return (
    <li>
      <button type="button" className="match-open" onClick={onOpen}>
        {unitName(space, words) || space.id}
      </button>
      <span className="nums">{typeof area === 'number' && format.both(area, 'm2')}</span>
      <span className="nums">{typeof rent === 'number' && format.both(rent, 'HKD/m2/month')}</span>
      <span className="tag">{t(`status.${space.status ?? 'unknown'}`)}</span>
    </li>
  )
}

/** A new space takes an id that tells nothing and that nobody else has. */
function newSpace(buildingId: string): Space {
  return {
    id: `${buildingId}/${crypto.randomUUID().replaceAll('-', '')}`,
    status: 'vacant',
    values: {},
    public: true,
    version: 0,
  }
}
