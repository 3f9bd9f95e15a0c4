import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Redirect, useLocation } from 'wouter'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import { readAll } from '../../api/pages'
import { useMe } from '../../api/session'
import { partyOf } from '../../kinds/kinds'
import type { Opportunity } from '../../api/types'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { PageHeading } from '../../kit/PageHeading'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { describeValue } from '../../score/describe'

/** What an enterprise publishes of its needs, for its own people. */
export default function NeedsPage() {
  const { t } = useWords()
  const { me } = useMe()
  const owner = partyOf(me)
  const { run, error } = useSave()
  const [, go] = useLocation()
  const cache = useQueryClient()
  const needs = useQuery({
    queryKey: ['opportunities', 'of', owner],
    enabled: Boolean(owner),
    queryFn: async ({ signal }) =>
      (await readAll('/api/opportunities', signal)).filter((need) => need.owner === owner!),
  })
  const enterprise = useQuery({
    queryKey: ['enterprises', me?.enterprise],
    enabled: Boolean(me?.enterprise),
    queryFn: ({ signal }) => api.get('/api/enterprises/{id}', { path: { id: me!.enterprise! }, signal }),
  }).data
  if (!me?.enterprise) return <Redirect to="/opportunities" replace />
  const create = async () => {
    const values = enterprise?.industry ? { industry: enterprise.industry } : {}
    const need = await api.post('/api/opportunities', {
      body: { ...(owner && { owner }), name: t('need.unnamed'), values, public: false },
    })
    await cache.invalidateQueries({ queryKey: ['opportunities'] })
    go(`/needs/${need.id}`)
  }
  return (
    <div className="page">
      <div className="page-head">
        <PageHeading title={t('nav.ownNeeds')} />
        <Button look="primary" onClick={() => void run(create)}>
          {t('need.create')}
        </Button>
      </div>
      <p className="meta">{t('need.intro')}</p>
      {enterprise?.confidential && <Notice look="warn">{t('need.confidential')}</Notice>}
      <ProblemNotice error={error ?? needs.error} />
      {needs.data?.length === 0 && <p>{t('need.none')}</p>}
      {needs.data?.map((need) => (
        <NeedCard key={need.id} need={need} />
      ))}
    </div>
  )
}

function NeedCard({ need }: { need: Opportunity }) {
  const words = useWords()
  const { t, text } = words
  const schema = useSchema('opportunities')
  const said = ['needs', 'certifications']
    .filter((code) => code in need.values)
    .map((code) => describeValue(need.values[code], schema.byCode.get(code), words))
  return (
    <article className="card">
      <h2>
        <Link href={`/needs/${need.id}`}>{text(need.name) || t('need.unnamed')}</Link>{' '}
        <span className={`tag ${need.public ? 'published' : ''}`}>
          {t(need.public ? 'need.published' : 'need.draft')}
        </span>
      </h2>
      <p className="meta">{said.join(' · ') || t('need.nothingYet')}</p>
    </article>
  )
}
