import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useMe } from '../../../api/session'
import type { Demand, Digest } from '../../../api/types'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { DeletionDialog } from '../../../kit/overlays/DeletionDialog'
import { Dialog } from '../../../kit/overlays/Dialog'
import { SelectField, TextField } from '../../../kit/fields/Field'
import { ProblemNotice } from '../../../kit/Notice'
import { deleteDemand, saveDemand } from './demands'

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
  const remove = async () => {
    await deleteDemand(demand)
    await cache.invalidateQueries({ queryKey: ['demands'], exact: true })
    // Its Brief has it no more.
    await cache.invalidateQueries({ queryKey: ['briefs'], predicate: ({ queryKey }) => queryKey[1] !== 'read' })
    go(me?.enterprise || me?.firm ? '/demands' : `/${demand.owner}`)
  }
  return (
    <DeletionDialog title={t('demand.delete')} onDelete={remove} onClose={onClose}>
      {t('demand.deleteText', { name: text(demand.name) })}
    </DeletionDialog>
  )
}
