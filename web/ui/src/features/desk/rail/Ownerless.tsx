import { useMemo, useState } from 'react'
import type { Lead } from '../../../api/introductions'
import { buildingOf, useBuilding } from '../../../api/records'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { compare } from '../../../kit/order/compare'
import { groupBy } from '../../../kit/order/groupBy'
import type { Toast } from '../../../kit/overlays/Toasts'
import { seekerOf } from '../labels'
import { membersOf } from '../../../matches/list/names'
import { NameOwner } from '../../../records/owner/NameOwner'
import { ScoreTile } from '../../../score/ScoreTile'

const page = 15

/** The matches that wait for their owner to be named, by building: one name frees all of a building's. */
export function Ownerless({
  leads,
  show,
}: {
  leads: readonly Lead[]
  show: (look: Toast['look'], text: string) => void
}) {
  const { t } = useWords()
  const [count, setCount] = useState(page)
  const buildings = useMemo(() => {
    const groups = groupBy(
      [...leads].sort((a, b) => b.score - a.score || compare(a.key, b.key)),
      (lead) => buildingOf(lead.match),
    )
    return [...groups].sort((a, b) => b[1].length - a[1].length)
  }, [leads])
  return (
    <div className="leads">
      {buildings.length === 0 && <p className="meta">{t('desk.leads.ownerlessNone')}</p>}
      <ul aria-label={t('inbox.queue.ownerless')}>
        {buildings.slice(0, count).map(([id, waiting]) => (
          <BuildingRow key={id} id={id} leads={waiting} show={show} />
        ))}
      </ul>
      {buildings.length > count && (
        <p className="show-more">
          <Button onClick={() => setCount(count + page)}>{t('more')}</Button>
        </p>
      )}
    </div>
  )
}

function BuildingRow({
  id,
  leads,
  show,
}: {
  id: string
  leads: readonly Lead[]
  show: (look: Toast['look'], text: string) => void
}) {
  const words = useWords()
  const { t, text, format } = words
  const [naming, setNaming] = useState(false)
  const building = useBuilding(id).data
  const name = text(building?.name) || text(building?.address) || id
  const clients = [...new Set(leads.map((lead) => seekerOf(lead, words)))]
  const best = leads[0]!.score
  return (
    <li className="lead">
      <ScoreTile score={best} />
      <div>
        <h3>{name}</h3>
        <p className="meta">
          {t('desk.leads.ownerlessOf', { count: leads.length, score: format.number(Math.round(best)) })}
        </p>
        <p className="meta">{t('desk.leads.ownerlessFor', { names: format.list(clients.slice(0, 3)) })}</p>
        <div className="row">
          <Button
            look={['primary', 'small']}
            aria-label={`${t('desk.leads.nameOwner')}: ${name}`}
            onClick={() => setNaming(true)}
          >
            {t('desk.leads.nameOwner')}
          </Button>
        </div>
      </div>
      {naming && (
        <NameOwner
          building={id}
          spaces={[...new Set(leads.flatMap(({ match }) => membersOf(match)))]}
          onClose={() => setNaming(false)}
          onDone={(owner) => show('ok', t('nameOwner.done', { owner, name }))}
        />
      )}
    </li>
  )
}
