import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { api } from '../../../api/client'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { TextField } from '../../../kit/fields/Field'
import { ProblemNotice } from '../../../kit/Notice'
import { Dialog } from '../../../kit/overlays/Dialog'
import { offerUndo } from '../../../kit/undo/offer'
import type { SavedBrief } from './useSavedBrief'

/** Renames a Brief, or takes it apart: its standing demands stay. */
export function BriefTools({
  brief,
  onKeep,
}: {
  brief: SavedBrief
  onKeep: (change: Partial<SavedBrief>) => Promise<void>
}) {
  const { t, text } = useWords()
  const cache = useQueryClient()
  const [, go] = useLocation()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState(text(brief.name))
  const { run, error } = useSave()
  const rename = async () => {
    if (name !== text(brief.name)) await onKeep({ name })
    setOpen(false)
  }
  const restore = async () => {
    await api.put('/api/briefs/{id}', { path: { id: brief.id! }, body: { ...brief, id: brief.id! } })
    await cache.invalidateQueries({ queryKey: ['briefs'] })
  }
  const remove = async () => {
    await api.delete('/api/briefs/{id}', { path: { id: brief.id! }, version: brief.version })
    go('/demands')
    offerUndo({ text: t('undo.apart', { name: text(brief.name) }), undo: restore, href: `/briefs/${brief.id}` })
    await cache.invalidateQueries({ queryKey: ['briefs'] })
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('brief.name')}</Button>
      {open && (
        <Dialog
          title={t('brief.name')}
          closeLabel={t('close')}
          onClose={() => setOpen(false)}
          footer={
            <>
              <Button look="danger" onClick={() => void run(remove)}>
                {t('brief.delete')}
              </Button>
              <Button look="primary" onClick={() => void run(rename)}>
                {t('save')}
              </Button>
            </>
          }
        >
          <ProblemNotice error={error} />
          <TextField label={t('demand.name')} value={name} onChange={(event) => setName(event.target.value)} />
          <p className="meta">{t('brief.deleteText')}</p>
        </Dialog>
      )}
    </>
  )
}
