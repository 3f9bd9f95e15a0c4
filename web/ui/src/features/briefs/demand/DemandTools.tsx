import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { api } from '../../../api/client'
import { useMe } from '../../../api/session'
import type { Demand, Digest } from '../../../api/types'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { DeletionDialog } from '../../../kit/overlays/DeletionDialog'
import { Dialog } from '../../../kit/overlays/Dialog'
import { SelectField, TextField } from '../../../kit/fields/Field'
import { ProblemNotice } from '../../../kit/Notice'
import { offerUndo } from '../../../kit/undo/offer'
import { useBriefs } from '../../../records/useBriefs'
import { deleteDemand, restoreDemand, saveDemand } from './demands'

const digests: Digest[] = ['none', 'atOnce', 'daily', 'weekly']

/** Rename, notify above, mail, delete. */
export function DemandTools({ demand, saving }: { demand: Demand; saving: boolean }) {
  const { t } = useWords()
  const [open, setOpen] = useState<'settings' | 'delete'>()
  return (
    <>
      <Button onClick={() => setOpen('settings')}>{t('demand.settings')}</Button>
      {saving && (
        <span className="meta" role="status">
          {t('saving')}
        </span>
      )}
      {open === 'settings' && (
        <Settings demand={demand} onDelete={() => setOpen('delete')} onClose={() => setOpen(undefined)} />
      )}
      {open === 'delete' && <Deletion demand={demand} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function Settings({ demand, onDelete, onClose }: { demand: Demand; onDelete: () => void; onClose: () => void }) {
  const { t, text } = useWords()
  const cache = useQueryClient()
  const [name, setName] = useState(text(demand.name))
  const [above, setAbove] = useState(String(demand.notifyAbove ?? 50))
  const [digest, setDigest] = useState(demand.digest ?? 'none')
  const { run, error } = useSave()
  const save = async () => {
    const saved = await saveDemand({
      ...demand,
      ...(name !== text(demand.name) && { name }),
      notifyAbove: Number(above),
      digest,
    })
    cache.setQueryData(['demands', demand.id], saved)
    await cache.invalidateQueries({ queryKey: ['demands'], exact: true })
    onClose()
  }
  return (
    <Dialog
      title={t('demand.settings')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <>
          <Button look="danger" onClick={onDelete}>
            {t('delete')}
          </Button>
          <Button look="primary" onClick={() => void run(save)}>
            {t('save')}
          </Button>
        </>
      }
    >
      <ProblemNotice error={error} />
      <TextField label={t('demand.name')} value={name} onChange={(event) => setName(event.target.value)} />
      <TextField
        label={t('demand.notifyAbove')}
        hint={t('demand.notifyHint')}
        type="number"
        min={0}
        max={100}
        value={above}
        onChange={(event) => setAbove(event.target.value)}
      />
      <SelectField
        label={t('demand.digest')}
        hint={t('demand.digestHint')}
        options={digests.map((code) => ({ value: code, label: t(`demand.digests.${code}`) }))}
        value={digest}
        onChange={(event) => setDigest(event.target.value as Digest)}
      />
    </Dialog>
  )
}

function Deletion({ demand, onClose }: { demand: Demand; onClose: () => void }) {
  const { t, text } = useWords()
  const cache = useQueryClient()
  const { me } = useMe()
  const [, go] = useLocation()
  const { data: briefs } = useBriefs()
  const brief = briefs?.find(({ demands }) => demands.includes(demand.id))
  const refresh = () => Promise.all(['demands', 'briefs'].map((key) => cache.invalidateQueries({ queryKey: [key] })))
  const restore = async () => {
    await restoreDemand(demand)
    if (brief) await joinAgain(brief.id, demand.id)
    await refresh()
  }
  const remove = async () => {
    await deleteDemand(demand)
    go(me?.enterprise || me?.firm ? '/demands' : `/${demand.owner}`)
    offerUndo({
      text: t('undo.deleted', { name: text(demand.name) }),
      undo: restore,
      href: brief ? `/briefs/${brief.id}?tab=${demand.board}` : `/demands/${demand.id}`,
    })
    await refresh()
  }
  return (
    <DeletionDialog title={t('demand.delete')} onDelete={remove} onClose={onClose}>
      {t('demand.deleteText', { name: text(demand.name) })}
    </DeletionDialog>
  )
}

/** The Brief lost the demand when it was deleted. */
async function joinAgain(id: string, demand: string) {
  const now = await api.get('/api/briefs/{id}', { path: { id } })
  const demands = [...now.demands.filter((held) => held !== demand), demand]
  await api.put('/api/briefs/{id}', { path: { id }, body: { ...now, demands }, version: now.version })
}
