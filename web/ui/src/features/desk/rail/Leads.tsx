import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { Lead } from '../../../api/introductions'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import type { Toast } from '../../../kit/overlays/Toasts'
import type { BoardView, DeskBoard } from '../../../live/desk/deskBoard'
import { keepLeadsAbove, leadsAbove } from '../../../live/desk/leadsAbove'
import type { Filter } from '../board/arrange'
import { seekerOf } from '../labels'
import { LeadRow } from './LeadRow'
import { answering, grouped, type LeadGroup, type RankedLead, ranked } from './ranking'

const groupsShown = 10
const ofEach = 3

/**
 * New matches above a score, by requirement, the best first. Rows stay where they are until the officer asks for the
 * newer ones; what somebody else took is greyed.
 */
export function Leads({
  board,
  view: { cards, leads: all, leadsCut, ready },
  leads,
  filter,
  show,
}: {
  board: DeskBoard
  view: BoardView
  /** Those of the board's new matches that the filter lets through and that can be taken. */
  leads: readonly Lead[]
  filter: Filter
  show: (look: Toast['look'], text: string) => void
}) {
  const { t, format } = useWords()
  const [above, setAbove] = useState(leadsAbove)
  const [count, setCount] = useState(groupsShown)
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const [now] = useState(() => Date.now())
  const wanted = useMemo(
    () =>
      ranked(
        leads.filter((lead) => lead.score >= above && !done.has(lead.key)),
        leadsCut > 0 ? null : all,
        answering(cards.map(({ card }) => card)),
        now,
      ),
    [leads, all, leadsCut, cards, above, done, now],
  )
  const byKey = useMemo(() => new Map(wanted.map((row) => [row.lead.key, row])), [wanted])
  const asked = `${above} ${filter.board ?? ''} ${filter.text ?? ''}`
  const [shown, setShown] = useState<{ asked: string; rows: readonly RankedLead[] }>()
  // The first list, and each other question, shows all that there is.
  if (ready && shown?.asked !== asked) setShown({ asked, rows: wanted })
  // What is no lead any more may become one again.
  const open = new Set(leads.map(({ key }) => key))
  if ([...done].some((key) => !open.has(key))) setDone(new Set([...done].filter((key) => open.has(key))))
  const groups = useMemo(() => grouped(shown?.rows ?? []), [shown])
  const held = new Set(shown?.rows.map(({ lead }) => lead.key))
  const newer = wanted.filter(({ lead }) => !held.has(lead.key)).length
  const finish = (key: string, isDone: boolean) => {
    setDone((before) => new Set(isDone ? [...before, key] : [...before].filter((other) => other !== key)))
    if (isDone) setShown((before) => before && { ...before, rows: before.rows.filter(({ lead }) => lead.key !== key) })
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
      <p className="meta">{t('desk.leads.rule')}</p>
      {leadsCut > 0 && (
        <p className="meta">
          {t('desk.leads.cut', { shown: format.number(all.length), count: format.number(all.length + leadsCut) })}
        </p>
      )}
      <div className="rerank">
        {newer > 0 && (
          <Button look={['primary', 'pill', 'small']} onClick={() => setShown({ asked, rows: wanted })}>
            {t('desk.leads.newer', { count: newer })}
          </Button>
        )}
      </div>
      {ready && groups.length === 0 && <p className="meta">{t('desk.leads.none')}</p>}
      {groups.slice(0, count).map((group) => (
        <Group key={group.demand} group={group} current={byKey} board={board} show={show} onDone={finish} />
      ))}
      {groups.length > count && (
        <p className="show-more">
          <Button onClick={() => setCount(count + groupsShown)}>{t('more')}</Button>
        </p>
      )}
    </div>
  )
}

function Group({
  group: { demand, leads },
  current,
  board,
  show,
  onDone,
}: {
  group: LeadGroup
  current: ReadonlyMap<string, RankedLead>
  board: DeskBoard
  show: (look: Toast['look'], text: string) => void
  onDone: (key: string, done: boolean) => void
}) {
  const words = useWords()
  const { t, text } = words
  const [all, setAll] = useState(false)
  const first = leads[0]!.lead
  const name = [seekerOf(first, words), first.seekerName && text(first.demandName)].filter(Boolean).join(' · ')
  return (
    <div role="group" className="lead-group" aria-label={name}>
      <h3>
        <Link href={`/demands/${encodeURIComponent(demand)}`}>{name}</Link>
      </h3>
      <p className="meta">
        {t(`nav.${first.board}`)} · {t('desk.leads.ofGroup', { count: leads.length })}
      </p>
      <ul aria-label={t('desk.leads.title')}>
        {leads.slice(0, all ? undefined : ofEach).map((row) => (
          <LeadRow
            key={row.lead.key}
            ranked={current.get(row.lead.key) ?? row}
            gone={!current.has(row.lead.key)}
            board={board}
            show={show}
            onDone={onDone}
          />
        ))}
      </ul>
      {!all && leads.length > ofEach && (
        <Button
          look="small"
          aria-label={`${t('desk.leads.moreOf', { count: leads.length - ofEach })}: ${name}`}
          onClick={() => setAll(true)}
        >
          {t('desk.leads.moreOf', { count: leads.length - ofEach })}
        </Button>
      )}
    </div>
  )
}
