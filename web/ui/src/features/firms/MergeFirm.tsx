import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { api } from '../../api/client'
import type { Firm } from '../../api/types'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Dialog } from '../../kit/overlays/Dialog'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { RecordPicker } from '../../records/RecordPicker'
import { Candidates } from './Candidates'

/** Two records of one firm become one; it can be undone. */
export function MergeFirm({
  firm,
  onClose,
  onMerged,
}: {
  firm: Firm
  onClose: () => void
  onMerged: (into: string) => void
}) {
  const { t, text } = useWords()
  const cache = useQueryClient()
  const [into, setInto] = useState<string>()
  const alike = useQuery({
    queryKey: ['firms', firm.id, 'duplicates', firm.version],
    retry: false,
    queryFn: async ({ signal }) => {
      const found = await api.post('/api/firms/duplicates', { body: firm, signal })
      return { ...found, candidates: found.candidates.filter(({ id }) => id !== firm.id) }
    },
  }).data
  const { run, error } = useSave()
  const merge = async () => {
    await api.post('/api/firms/{id}/merge', { path: { id: firm.id }, body: { into: into! }, version: firm.version })
    onMerged(into!)
    await cache.invalidateQueries({ queryKey: ['firms'] })
  }
  return (
    <Dialog
      title={t('merge.title')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="danger" disabled={!into} onClick={() => void run(merge)}>
            {t('merge.action')}
          </Button>
        </>
      }
    >
      <ProblemNotice error={error} />
      <p>{t('merge.text', { name: text(firm.name) })}</p>
      <RecordPicker
        collection="firms"
        label={t('merge.into')}
        value={into}
        except={firm.id}
        onChange={({ id }) => setInto(id)}
      />
      {alike && alike.candidates.length > 0 && (
        <>
          <h3>{t('duplicates.possibleMatch')}</h3>
          <Candidates found={alike} action={t('choose')} onChoose={setInto} />
        </>
      )}
    </Dialog>
  )
}

/** Told on the page of the one that stays, as long as its address says so. */
export function Merged({ into }: { into: Firm }) {
  const { t, text } = useWords()
  const [search] = useSearchParams()
  const [, go] = useLocation()
  const cache = useQueryClient()
  const { run, error } = useSave()
  const merged = search.get('merged')
  if (!merged) return null
  const undo = async () => {
    await api.post('/api/firms/{id}/unmerge', { path: { id: merged } })
    await cache.invalidateQueries({ queryKey: ['firms'] })
    go(`/firms/${merged}`)
  }
  return (
    <>
      <Notice look="ok">
        {t('merge.done', { name: text(into.name) })}{' '}
        <Button look="small" onClick={() => void run(undo)}>
          {t('merge.undo')}
        </Button>
      </Notice>
      <ProblemNotice error={error} />
    </>
  )
}
