import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ProblemError } from '../../api/client'
import { storeOf, storeOfSpace, useBuilding } from '../../api/records'
import type { Named, Owner } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Segments } from '../../kit/fields/Field'
import { FormDialog } from '../../kit/overlays/FormDialog'
import { NameFields } from '../fields/RecordFields'
import { PartyName } from '../PartyName'
import { RecordPicker } from '../RecordPicker'
import { useSpacesOf } from '../../stack/spaces'
import { own } from './own'
import { suggested } from './suggested'

type Scope = 'building' | 'units'

/**
 * Names the owner of a building or of some of its units: one of those suggested, another on record, or one that is put
 * on record with this.
 */
export function NameOwner({
  building: id,
  spaces: wanted,
  onClose,
  onDone,
}: {
  building: string
  /** The units whose owner is looked for. */
  spaces: readonly string[]
  onClose: () => void
  onDone: (name: string) => void
}) {
  const { t, text } = useWords()
  const cache = useQueryClient()
  const building = useBuilding(id).data
  const spaces = useSpacesOf(id).data
  const name = text(building?.name) || text(building?.address)
  const namesakes = useQuery({
    queryKey: ['buildings', 'search', 'namesakes', name],
    enabled: Boolean(name),
    queryFn: ({ signal }) => api.get('/api/buildings', { query: { q: name, limit: 20 }, signal }),
    select: (page) => page.items,
  }).data
  const [chosen, setChosen] = useState<string>()
  const [created, setCreated] = useState<Named>()
  const shared = spaces?.some((space) => space.owner)
  const [scope, setScope] = useState<Scope>()
  // A building whose units have owners of their own is seldom one owner's.
  const asked = scope ?? (shared ? 'units' : 'building')
  const write = async () => {
    if (!chosen && !text(created)) throw new ProblemError({ status: 422, errors: { owner: [t('nameOwner.missing')] } })
    const owner = chosen ?? (await create())
    const party = `owners/${owner}`
    let theirs = true
    if (asked === 'building') theirs = await own(storeOf('buildings', id), party)
    else for (const space of wanted) theirs = (await own(storeOfSpace(space), party)) && theirs
    await cache.invalidateQueries({ queryKey: ['buildings', id] })
    if (!theirs) throw new ProblemError({ status: 409, detail: t('nameOwner.taken') })
    onDone(text(cache.getQueryData<Owner>(['owners', owner])?.name) || party)
  }
  // From then on it is one on record: pressed again, after what failed, it is not put on record twice.
  const create = async () => {
    const owner = await api.post('/api/owners', { body: { name: created } as never })
    cache.setQueryData(['owners', owner.id], owner)
    setChosen(owner.id)
    setCreated(undefined)
    return owner.id
  }
  const found = building && spaces ? suggested(building, spaces, namesakes ?? []) : []
  return (
    <FormDialog
      title={t('nameOwner.title', { name: name || id })}
      submit={t('nameOwner.save')}
      fields={created ? ['name.zhHant', 'name.zhHans', 'name.en'] : ['owner']}
      onClose={onClose}
      onSubmit={write}
    >
      {(errors) => (
        <>
          <p>{t('nameOwner.why')}</p>
          {found.length > 0 && !created && (
            <div role="group" aria-label={t('nameOwner.suggested')}>
              <p className="label">{t('nameOwner.suggested')}</p>
              <ul className="suggested-owners">
                {found.map(({ owner, units, duplicate }) => (
                  <li key={owner}>
                    <Button look="small" aria-pressed={chosen === idOf(owner)} onClick={() => setChosen(idOf(owner))}>
                      <PartyName party={owner} />
                    </Button>
                    <span className="meta">
                      {[units > 0 && t('nameOwner.units', { count: units }), duplicate && t('nameOwner.duplicate')]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {created ? (
            <>
              <NameFields name={created} errors={errors} onChange={setCreated} />
              <p>
                <Button look="small" onClick={() => setCreated(undefined)}>
                  {t('nameOwner.find')}
                </Button>
              </p>
            </>
          ) : (
            <>
              <RecordPicker
                collection="owners"
                label={t('nameOwner.owner')}
                value={chosen}
                errors={errors.owner}
                onChange={(record) => setChosen(record.id)}
              />
              <p>
                <Button
                  look="small"
                  onClick={() => {
                    setChosen(undefined)
                    setCreated({})
                  }}
                >
                  {t('nameOwner.create')}
                </Button>
              </p>
            </>
          )}
          {wanted.length > 0 && (
            <Segments
              label={t('nameOwner.scope')}
              value={asked}
              options={[
                { value: 'units', label: t('nameOwner.ofUnits', { count: wanted.length }) },
                { value: 'building', label: t('nameOwner.ofBuilding') },
              ]}
              onChange={(value) => setScope(value as Scope)}
            />
          )}
        </>
      )}
    </FormDialog>
  )
}

const idOf = (party: string) => party.slice(party.indexOf('/') + 1)
