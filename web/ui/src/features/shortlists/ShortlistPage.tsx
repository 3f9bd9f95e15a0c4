import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { api, linkTo } from '../../api/client'
import type { Shortlist } from '../../api/types'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { TextField } from '../../kit/fields/Field'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { DeletionDialog } from '../../kit/overlays/DeletionDialog'
import { FormDialog } from '../../kit/overlays/FormDialog'
import { PageHeading } from '../../kit/PageHeading'
import { Items } from './Items'
import { Replay } from './Replay'
import { ShareDialog } from './ShareDialog'
import { boardsOf } from './sheet'
import { ShortlistsPage } from './ShortlistsPage'
import { SheetCompare } from './SheetCompare'
import './shortlists.css'

/** All shortlists, or one of them. */
export default function ShortlistPage({ id }: { id?: string | undefined }) {
  return id ? <One id={id} /> : <ShortlistsPage />
}

/** One shortlist: as it was shown, what has changed since, and what can be done with it. */
function One({ id }: { id: string }) {
  const { t } = useWords()
  const { data, error } = useQuery({
    queryKey: ['shortlists', id],
    queryFn: ({ signal }) => api.get('/api/shortlists/{id}', { path: { id }, signal }),
  })
  if (data) return <Loaded shortlist={data} />
  return (
    <div className="page">
      <PageHeading title={t('shortlist.title')} />
      <ProblemNotice error={error} />
      {!error && <p className="meta">{t('loading')}</p>}
    </div>
  )
}

function Loaded({ shortlist }: { shortlist: Shortlist }) {
  const { t, text, format, language } = useWords()
  const cache = useQueryClient()
  const [dialog, setDialog] = useState<'share' | 'name' | 'delete'>()
  const { run, error } = useSave()
  const { id, shown, keptAt, demand, version } = shortlist
  const refresh = () => cache.invalidateQueries({ queryKey: ['shortlists', id], exact: true })
  const send = async (change: Pick<Shortlist, 'name'> | Pick<Shortlist, 'items'>) => {
    const { name, items } = { ...shortlist, ...change }
    const body = { demand, items, ...(name && { name }) }
    const kept = await api.put('/api/shortlists/{id}', { path: { id }, body, version })
    cache.setQueryData(['shortlists', id], kept)
    await cache.invalidateQueries({ queryKey: ['shortlists', 'list'] })
  }
  const changeItems = (items: Shortlist['items']) => void run(() => send({ items }), refresh)
  const kept = new Map(shown?.items.map((item) => [item.item, item]))
  const items = shortlist.items.flatMap(({ item }) => kept.get(item) ?? [])
  return (
    <div className="page wide shortlist-page">
      <div className="page-head">
        <PageHeading title={text(shortlist.name) || t('shortlist.unnamed')} />
        <div className="row no-print">
          <Button look="primary" onClick={() => setDialog('share')}>
            {t('shortlist.share')}
          </Button>
          <a
            className="button"
            href={linkTo('/api/shortlists/{id}.xlsx', { path: { id }, query: { language } })}
            download
          >
            {t('shortlist.workbook')}
          </a>
          <Button onClick={() => print()}>{t('compare.print')}</Button>
          <Button onClick={() => setDialog('name')}>{t('brief.name')}</Button>
          <Button onClick={() => setDialog('delete')}>{t('delete')}</Button>
        </div>
      </div>
      <p className="meta">
        {keptAt && t('shortlist.keptOn', { day: format.instant(keptAt) })}
        <span className="no-print">
          {' · '}
          <Link href={`/demands/${demand}`}>{t('shortlist.demand')}</Link>
        </span>
      </p>
      <Replay id={id} />
      <ProblemNotice error={error} />
      {items.length === 0 && <Notice look="warn">{t('shortlist.nothing')}</Notice>}
      <Items shortlist={shortlist} kept={kept} onChange={changeItems} />
      {boardsOf(items, shown?.demands ?? []).map((board) => (
        <SheetCompare key={board.board} kept={board} seeker={shortlist.owner} />
      ))}
      {dialog === 'share' && <ShareDialog id={id} onClose={() => setDialog(undefined)} />}
      {dialog === 'name' && (
        <Naming name={text(shortlist.name)} onSave={(name) => send({ name })} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'delete' && <Deletion id={id} version={version} onClose={() => setDialog(undefined)} />}
    </div>
  )
}

function Naming({
  name: before,
  onSave,
  onClose,
}: {
  name: string
  onSave: (name: string) => Promise<void>
  onClose: () => void
}) {
  const { t } = useWords()
  const [name, setName] = useState(before)
  return (
    <FormDialog
      title={t('brief.name')}
      submit={t('save')}
      fields={['name']}
      onClose={onClose}
      onSubmit={() => onSave(name)}
    >
      {(errors) => (
        <TextField
          label={t('shortlist.name')}
          maxLength={300}
          value={name}
          errors={errors.name}
          onChange={(event) => setName(event.target.value)}
        />
      )}
    </FormDialog>
  )
}

function Deletion({ id, version, onClose }: { id: string; version: number; onClose: () => void }) {
  const { t } = useWords()
  const cache = useQueryClient()
  const [, go] = useLocation()
  const remove = async () => {
    await api.delete('/api/shortlists/{id}', { path: { id }, version })
    go('/shortlists')
    await cache.invalidateQueries({ queryKey: ['shortlists'] })
  }
  return (
    <DeletionDialog title={t('shortlist.delete')} onDelete={remove} onClose={onClose}>
      {t('shortlist.deleteText')}
    </DeletionDialog>
  )
}
