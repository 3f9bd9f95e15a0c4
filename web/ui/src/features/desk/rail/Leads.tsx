import { useMemo, useState } from 'react'
import { api } from '../../../api/client'
import type { Introduction, Lead } from '../../../api/introductions'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { TextArea } from '../../../kit/fields/Field'
import { FormDialog } from '../../../kit/overlays/FormDialog'
import { MenuButton } from '../../../kit/overlays/MenuButton'
import type { Toast } from '../../../kit/overlays/Toasts'
import { ScoreTile } from '../../../score/ScoreTile'
import type { DeskBoard } from '../../../live/desk/deskBoard'
import { saidBy } from '../moves'
import { matchLabel } from '../labels'
import { keepLeadsAbove, leadsAbove } from '../../../live/desk/leadsAbove'
import { useBoard } from '../../../live/desk/useDesk'

const page = 25
const laters = { tomorrow: 1, week: 7, month: 30 } as const

/**
 * New matches above a score. Rows stay where they are until the officer asks for the newer ones; what somebody else
 * took is greyed.
 */
export function Leads({ board, show }: { board: DeskBoard; show: (look: Toast['look'], text: string) => void }) {
  const { t, format } = useWords()
  const { leads, ready } = useBoard(board)
  const [above, setAbove] = useState(leadsAbove)
  const [count, setCount] = useState(page)
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const wanted = useMemo(
    () =>
      leads
        .filter((lead) => lead.score >= above && !done.has(lead.key))
        .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1)),
    [leads, above, done],
  )
  const byKey = useMemo(() => new Map(wanted.map((lead) => [lead.key, lead])), [wanted])
  const [shown, setShown] = useState<{ above: number; leads: Lead[] }>()
  // The first list, and each new threshold, shows all that there is.
  if (ready && shown?.above !== above) setShown({ above, leads: wanted })
  // What is no lead any more may become one again.
  const open = new Set(leads.map(({ key }) => key))
  if ([...done].some((key) => !open.has(key))) setDone(new Set([...done].filter((key) => open.has(key))))
  const rows = shown?.leads ?? []
  const held = new Set(rows.map(({ key }) => key))
  const newer = wanted.filter(({ key }) => !held.has(key)).length
  const finish = (key: string, isDone: boolean) => {
    setDone((before) => new Set(isDone ? [...before, key] : [...before].filter((other) => other !== key)))
    if (isDone) setShown((before) => before && { ...before, leads: before.leads.filter((lead) => lead.key !== key) })
  }
  return (
    <div className="leads">
      <label className="threshold">
        <span>
          {t('desk.leads.above')} <b className="nums">{format.number(above)}</b>
        </span>
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={above}
          aria-valuetext={t('score.of', { score: above })}
          onChange={(event) => {
            const score = Number(event.target.value)
            keepLeadsAbove(score)
            setAbove(score)
          }}
        />
      </label>
      <div className="rerank">
        {newer > 0 && (
          <Button look={['primary', 'pill', 'small']} onClick={() => setShown({ above, leads: wanted })}>
            {t('desk.leads.newer', { count: newer })}
          </Button>
        )}
      </div>
      {ready && rows.length === 0 && <p className="meta">{t('desk.leads.none')}</p>}
      <ul aria-label={t('desk.leads.title')}>
        {rows.slice(0, count).map((lead) => (
          <LeadRow
            key={lead.key}
            lead={byKey.get(lead.key) ?? lead}
            gone={!byKey.has(lead.key)}
            board={board}
            show={show}
            onDone={finish}
          />
        ))}
      </ul>
      {rows.length > count && (
        <p className="show-more">
          <Button onClick={() => setCount(count + page)}>{t('more')}</Button>
        </p>
      )}
    </div>
  )
}

function LeadRow({
  lead,
  gone,
  board,
  show,
  onDone,
}: {
  lead: Lead
  /** Somebody has taken it, or it matches no more. */
  gone: boolean
  board: DeskBoard
  show: (look: Toast['look'], text: string) => void
  onDone: (key: string, done: boolean) => void
}) {
  const words = useWords()
  const { t, text, format } = words
  const [refusing, setRefusing] = useState(false)
  const { demand, match } = lead
  const seeker = text(lead.seekerName) || text(lead.demandName) || demand
  const name = `${seeker} × ${matchLabel(lead.board, match, lead.matchName, words)}`
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
        <h3>{name}</h3>
        <p className="meta">
          {t(`nav.${lead.board}`)}
          {lead.seekerName && lead.demandName ? ` · ${text(lead.demandName)}` : ''} · {t(`verdict.${lead.verdict}`)}
        </p>
        <p className="meta nums">{format.instant(lead.at)}</p>
        {gone ? (
          <p>{t('desk.leads.gone')}</p>
        ) : (
          <div className="row">
            <Button
              look={['primary', 'small']}
              aria-label={`${t('desk.leads.take')}: ${name}`}
              onClick={() =>
                attempt(api.post('/api/introductions', { body: { demand, match } }), t('desk.leads.taken', { name }))
              }
            >
              {t('desk.leads.take')}
            </Button>
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
