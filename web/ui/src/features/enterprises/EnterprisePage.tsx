import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { api } from '../../api/client'
import type { Enterprise } from '../../api/types'
import { readAll } from '../../api/pages'
import type { BoardCode } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { MenuButton } from '../../kit/overlays/MenuButton'
import { PageHeading } from '../../kit/PageHeading'
import { ProblemNotice } from '../../kit/Notice'
import { DemandCard } from '../../requirement/DemandCard'
import { boards, soughtBy } from '../../kinds/boards'
import { ClearancePanel } from './ClearancePanel'
import { EnterpriseForm } from './EnterpriseForm'

/** One enterprise and its demands, for the office. */
export default function EnterprisePage({ id }: { id: string }) {
  const { t, text } = useWords()
  const cache = useQueryClient()
  const [, go] = useLocation()
  const [editing, setEditing] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const enterprise = useQuery({
    queryKey: ['enterprises', id],
    queryFn: ({ signal }) => api.get('/api/enterprises/{id}', { path: { id }, signal }),
  })
  const owner = `enterprises/${id}`
  const demands = useQuery({
    queryKey: ['demands', 'of', owner],
    queryFn: async ({ signal }) => (await readAll('/api/demands', signal)).filter((demand) => demand.owner === owner),
  })
  const create = (board: BoardCode, key: string) =>
    api
      .post('/api/demands', {
        body: {
          board,
          owner,
          name: t('demand.unnamed'),
          criteria: boards[board].examples.find((entry) => entry.key === key)?.criteria ?? [],
        },
      })
      .then((demand) => go(`/demands/${demand.id}`), setFailure)
  const name = text(enterprise.data?.name) || t('nav.enterprises')
  return (
    <div className="page">
      <div className="page-head">
        <PageHeading title={name} />
        {enterprise.data && (
          <div className="row">
            <Link className="button" href={`/enterprises/${id}/programmes`}>
              {t('nav.programmes')}
            </Link>
            <Link className="button" href={`/enterprises/${id}/package`}>
              {t('landing.title')}
            </Link>
            <Link className="button" href={`/visits/new?client=${owner}`}>
              {t('visit.new')}
            </Link>
            <Button onClick={() => setEditing(true)}>{t('edit')}</Button>
          </div>
        )}
      </div>
      <ProblemNotice error={enterprise.error ?? demands.error ?? failure} />
      {enterprise.data && <About enterprise={enterprise.data} />}
      {enterprise.data?.confidential && <ClearancePanel id={id} />}
      <div className="page-head">
        <h2>{t('demands.title')}</h2>
        <div className="row">
          <MenuButton
            look="word"
            label={t('demands.new')}
            face={`${t('demands.new')} ▾`}
            choices={[
              { id: 'sites ', label: t('demands.createEmpty') },
              ...soughtBy('enterprise').flatMap((board) =>
                boards[board].examples.map(({ key }) => ({
                  id: `${board} ${key}`,
                  label: `${t(`nav.${board}`)} · ${t('demands.createFrom', { name: t(`example.${key}`) })}`,
                })),
              ),
            ]}
            onChoose={(id) => {
              const [board, key] = id.split(' ')
              void create(board as BoardCode, key!)
            }}
          />
        </div>
      </div>
      {demands.data?.length === 0 && <p>{t('demands.none')}</p>}
      {demands.data?.map((demand) => (
        <DemandCard key={demand.id} demand={demand} />
      ))}
      {editing && enterprise.data && (
        <EnterpriseForm
          enterprise={enterprise.data}
          onClose={() => setEditing(false)}
          onSaved={(saved) => {
            cache.setQueryData(['enterprises', id], saved)
            setEditing(false)
          }}
        />
      )}
    </div>
  )
}

function About({ enterprise: { industry, size, brands = [], confidential } }: { enterprise: Enterprise }) {
  const { t, format } = useWords()
  const facts = [
    industry && t(`industry.${industry}`, { defaultValue: industry }),
    size && t(`introductions.size.${size}`),
  ].filter(Boolean)
  return (
    <div>
      <p className="meta">
        {confidential && <span className="tag">{t('enterprise.confidential')}</span>} {facts.join(' · ')}
      </p>
      {brands.length > 0 && (
        <p className="meta">
          {t('enterprise.brands')}
          {t('introductions.colon')}
          {format.list(brands)}
        </p>
      )}
    </div>
  )
}
