import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { CopyLink } from '../../kit/CopyLink'
import { TextField } from '../../kit/fields/Field'
import { ProblemNotice } from '../../kit/Notice'
import { Dialog } from '../../kit/overlays/Dialog'

const usualDays = '14'

/** Makes links to the sheet for people without an account, and ends them. */
export function ShareDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, format } = useWords()
  const cache = useQueryClient()
  const [days, setDays] = useState(usualDays)
  const [made, setMade] = useState<string>()
  const { run, onSubmit, error, errors, busy } = useSave()
  const key = ['shortlists', id, 'links']
  const { data, error: unread } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get('/api/shortlists/{id}/links', { path: { id }, signal }),
  })
  const make = async () => {
    const { link } = await api.post('/api/shortlists/{id}/links', { path: { id }, body: { days: Number(days) } })
    setMade(link)
    await cache.invalidateQueries({ queryKey: key })
  }
  const end = async (link: string) => {
    await api.delete('/api/shortlists/{id}/links/{link}', { path: { id, link } })
    setMade(undefined)
    await cache.invalidateQueries({ queryKey: key })
  }
  return (
    <Dialog
      title={t('shortlist.share')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <p>{t('shortlist.shareText')}</p>
      {!errors.days && <ProblemNotice error={error ?? unread} />}
      <form className="row share-form" onSubmit={onSubmit(make)}>
        <TextField
          label={t('shortlist.days')}
          type="number"
          min={1}
          max={90}
          step={1}
          required
          value={days}
          errors={errors.days}
          onChange={(event) => setDays(event.target.value)}
        />
        <Button look="primary" type="submit" disabled={busy}>
          {t('shortlist.makeLink')}
        </Button>
      </form>
      {made && (
        <div className="made-link">
          <TextField label={t('shortlist.link')} value={made} readOnly onFocus={(event) => event.target.select()} />
          <CopyLink link={() => made} />
          <p className="meta">{t('shortlist.linkOnce')}</p>
        </div>
      )}
      <h3>{t('shortlist.links')}</h3>
      {data?.items.length === 0 && <p className="meta">{t('shortlist.noLinks')}</p>}
      <ul className="shared-links">
        {data?.items.map(({ id: link, madeAt, expiresAt, readings }) => (
          <li key={link}>
            <span>
              {t('shortlist.linkUntil', { made: format.instant(madeAt), until: format.instant(expiresAt) })}{' '}
              <span className="meta">{t('shortlist.readings', { count: readings })}</span>
            </span>
            <Button look="small" onClick={() => void run(() => end(link))}>
              {t('shortlist.endLink')}
              <span className="visually-hidden">: {format.instant(madeAt)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
