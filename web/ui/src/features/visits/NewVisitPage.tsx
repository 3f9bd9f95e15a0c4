import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { api } from '../../api/client'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { SlotParts } from '../../introductions/times/SlotFields'
import { readSlot } from '../../introductions/times/slots'
import { Button } from '../../kit/Button'
import { dayAhead } from '../../kit/days/hongKong'
import { SelectField } from '../../kit/fields/Field'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { Choices, useBookable } from './bookable'
import { stopOf } from './visit'
import './visits.css'

/** Whom a client visits, and on which afternoon; the address may name the client and the introductions. */
export default function NewVisitPage() {
  const { t, text } = useWords()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const bookable = useBookable()
  const [client, setClient] = useState(search.get('client') ?? '')
  const [chosen, setChosen] = useState<string[]>(() => search.get('introductions')?.split(',') ?? [])
  const [window, setWindow] = useState({ day: dayAhead(7), from: '13:00', to: '18:00' })
  const { onSubmit, busy, error, errors } = useSave()
  const cards = bookable.data ?? []
  const clients = [...new Map(cards.map(({ seeker }) => [seeker.party ?? '', text(seeker.name)]))]
  const own = cards.filter(({ seeker }) => seeker.party === client)
  const picked = own.filter(({ id }) => chosen.includes(id))
  const send = async () => {
    const visit = await api.post('/api/visits', {
      body: {
        owner: client,
        window: readSlot(window),
        stops: picked.map(({ id }) => stopOf(id)),
        keepsOrder: false,
        booked: [],
      },
    })
    go(`/visits/${visit.id}`, { replace: true })
  }
  const elsewhere = Object.entries(errors)
    .filter(([path]) => !path.startsWith('window'))
    .flatMap(([, messages]) => messages)
  return (
    <div className="page visits-page">
      <PageHeading title={t('visit.new')} />
      <ProblemNotice error={bookable.error} />
      {bookable.isPending && <p className="meta">{t('loading')}</p>}
      {bookable.data && cards.length === 0 && <Notice>{t('visit.nobody')}</Notice>}
      {cards.length > 0 && (
        <form className="card form" onSubmit={onSubmit(send)}>
          {error !== undefined && Object.keys(errors).length === 0 && <ProblemNotice error={error} />}
          {elsewhere.length > 0 && <Notice look="danger">{elsewhere.join(' ')}</Notice>}
          <SelectField
            label={t('visit.client')}
            required
            value={client}
            options={[
              { value: '', label: t('choose') },
              ...clients.map(([value, name]) => ({ value, label: name || value })),
            ]}
            onChange={(event) => setClient(event.target.value)}
          />
          {client && own.length === 0 && <p>{t('visit.nobody')}</p>}
          {own.length > 0 && <Choices cards={own} chosen={chosen} onChange={setChosen} />}
          <div className="grid">
            <SlotParts slot={window} path="window" errors={errors} onChange={setWindow} />
          </div>
          <div>
            <Button look="primary" type="submit" disabled={busy || picked.length === 0}>
              {t('visit.make', { count: picked.length })}
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}
