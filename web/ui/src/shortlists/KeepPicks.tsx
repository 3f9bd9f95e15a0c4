import { useQueryClient } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { api } from '../api/client'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { TextField } from '../kit/fields/Field'
import { FormDialog } from '../kit/overlays/FormDialog'

/** Keeps picks of a saved demand as they are shown now, and opens what was kept. */
export function KeepPicks({ demand, picks }: { demand: string; picks: readonly string[] }) {
  const { t } = useWords()
  const cache = useQueryClient()
  const [, go] = useLocation()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const keep = async () => {
    const kept = await api.post('/api/demands/{id}/shortlists', {
      path: { id: demand },
      body: { items: [...picks], ...(name.trim() && { name: name.trim() }) },
    })
    await cache.invalidateQueries({ queryKey: ['shortlists'] })
    go(`/shortlists/${kept.id}`)
  }
  return (
    <>
      <KeepButton onClick={() => setOpen(true)} />
      {open && (
        <FormDialog
          title={t('shortlist.keep')}
          submit={t('shortlist.keepNow')}
          fields={['name']}
          onClose={() => setOpen(false)}
          onSubmit={keep}
        >
          {(errors) => (
            <>
              <p>{t('shortlist.keepText', { count: picks.length })}</p>
              <TextField
                label={t('shortlist.name')}
                maxLength={300}
                value={name}
                errors={errors.name}
                onChange={(event) => setName(event.target.value)}
              />
            </>
          )}
        </FormDialog>
      )}
    </>
  )
}

export function KeepButton({ onClick }: { onClick: () => void }) {
  const { t } = useWords()
  return (
    <Button onClick={onClick}>
      <ListChecks size={16} strokeWidth={1.9} aria-hidden />
      <span className="keep-text">{t('shortlist.keep')}</span>
    </Button>
  )
}
