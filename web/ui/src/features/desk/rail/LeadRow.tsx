import { useState } from 'react'
import { api } from '../../../api/client'
import type { Introduction } from '../../../api/introductions'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { TextArea } from '../../../kit/fields/Field'
import { FormDialog } from '../../../kit/overlays/FormDialog'
import { MenuButton } from '../../../kit/overlays/MenuButton'
import type { Toast } from '../../../kit/overlays/Toasts'
import type { DeskBoard } from '../../../live/desk/deskBoard'
import { ScoreTile } from '../../../score/ScoreTile'
import { matchLabel, seekerOf } from '../labels'
import { saidBy } from '../moves'
import type { RankedLead } from './ranking'

const laters = { tomorrow: 1, week: 7, month: 30 } as const

/** A new match of a requirement that stands above it, and what an officer does with it. */
export function LeadRow({
  ranked: { lead, reason },
  gone,
  board,
  show,
  onDone,
}: {
  ranked: RankedLead
  /** Somebody has taken it, or it matches no more. */
  gone: boolean
  board: DeskBoard
  show: (look: Toast['look'], text: string) => void
  onDone: (key: string, done: boolean) => void
}) {
  const words = useWords()
  const { t } = words
  const [refusing, setRefusing] = useState(false)
  const { demand, match } = lead
  const subject = matchLabel(lead.board, match, lead.matchName, words)
  const name = `${seekerOf(lead, words)} × ${subject}`
  const send = async (request: Promise<Introduction | undefined>, said: string) => {
    try {
      const made = await request
      if (made) board.put(made)
      show('ok', said)
      onDone(lead.key, true)
      return undefined
    } catch (error) {
      return error
    }
  }
  const attempt = (request: Promise<Introduction | undefined>, done: string) => {
    onDone(lead.key, true)
    void send(request, done).then((error) => {
      if (error === undefined) return
      onDone(lead.key, false)
      const said = saidBy(error)
      show('danger', said ? `${name}: ${said}` : t('desk.leads.failed', { name }))
    })
  }
  const until = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  return (
    <li className={gone ? 'lead gone' : 'lead'}>
      <ScoreTile score={lead.score} dimmed={gone} />
      <div>
        <h4>{subject}</h4>
        <p className="meta">
          {[t(`verdict.${lead.verdict}`), reason && t(`desk.leads.why.${reason.key}`, { count: reason.count })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {gone ? (
          <p>{t('desk.leads.gone')}</p>
        ) : (
          <div className="row">
            {lead.counterpartKnown ? (
              <Button
                look={['primary', 'small']}
                aria-label={`${t('desk.leads.take')}: ${name}`}
                onClick={() =>
                  attempt(api.post('/api/introductions', { body: { demand, match } }), t('desk.leads.taken', { name }))
                }
              >
                {t('desk.leads.take')}
              </Button>
            ) : (
              <span className="meta">{t('desk.leads.noCounterpart')}</span>
            )}
            <MenuButton
              look="word"
              label={`${t('desk.leads.later')}: ${name}`}
              face={t('desk.leads.later')}
              choices={Object.keys(laters).map((id) => ({ id, label: t(`desk.leads.until.${id}`) }))}
              onChoose={(id) =>
                attempt(
                  api.post('/api/desk/later', {
                    body: { demand, match, until: until(laters[id as keyof typeof laters]) },
                  }),
                  t('desk.leads.putOff', { name }),
                )
              }
            />
            <Button
              look="small"
              aria-label={`${t('desk.leads.unsuitable')}: ${name}`}
              onClick={() => setRefusing(true)}
            >
              {t('desk.leads.unsuitable')}
            </Button>
          </div>
        )}
      </div>
      {refusing && (
        <Unsuitable
          name={name}
          onClose={() => setRefusing(false)}
          onSubmit={(reason) =>
            send(
              api.post('/api/desk/unsuitable', { body: { demand, match, reason } }),
              t('desk.leads.refused', { name }),
            )
          }
        />
      )}
    </li>
  )
}

function Unsuitable({
  name,
  onClose,
  onSubmit,
}: {
  name: string
  onClose: () => void
  onSubmit: (reason: string) => Promise<unknown>
}) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title={t('desk.leads.unsuitable')}
      submit={t('desk.leads.unsuitable')}
      fields={['reason']}
      onClose={onClose}
      onSubmit={() => onSubmit(reason.trim())}
    >
      {(errors) => (
        <>
          <p>
            <b>{name}</b>
          </p>
          <p>{t('desk.leads.unsuitableText')}</p>
          <TextArea
            label={t('desk.reason')}
            required
            maxLength={2000}
            value={reason}
            errors={errors.reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
    </FormDialog>
  )
}
