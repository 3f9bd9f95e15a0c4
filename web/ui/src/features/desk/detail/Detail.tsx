import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, type Schemas } from '../../../api/client'
import type { Introduction, Load } from '../../../api/introductions'
import { useWords } from '../../../i18n/i18n'
import { DayField } from '../../../kit/days/DayField'
import { Button } from '../../../kit/Button'
import { TextArea } from '../../../kit/fields/Field'
import { FormDialog } from '../../../kit/overlays/FormDialog'
import { Notice, ProblemNotice } from '../../../kit/Notice'
import { isEnded } from '../../../introductions/status'
import { ScoreTile } from '../../../score/ScoreTile'
import type { DeskBoard } from '../../../live/desk/deskBoard'
import { Meetings } from './Meetings'
import { Notes } from './Notes'
import { AssignDialog } from '../MoveDialog'
import { act, movesOf, type OfficerMove, readIntroduction } from '../moves'
import { Parties } from './Parties'
import { Timeline } from '../timeline/Timeline'
import { pairName } from '../labels'
import { useBoard, useCard, useLook } from '../../../live/desk/useDesk'
import type { Change } from '../useMoves'

/** One introduction with all that the office knows of it. While it is open, colleagues see who looks. */
export function Detail({
  board,
  id,
  change,
  onMove,
  onClose,
}: {
  board: DeskBoard
  id: string
  change: Change
  onMove: (card: Introduction, move: OfficerMove) => void
  onClose: () => void
}) {
  const { t } = useWords()
  const { ready, officers } = useBoard(board)
  const view = useCard(board, id)
  useLook(id)
  // The board leaves out all that ended long ago.
  const version = view?.card.version ?? 0
  const { data, error } = useQuery({
    queryKey: ['introductions', id, version],
    enabled: ready,
    placeholderData: keepPreviousData,
    queryFn: () => readIntroduction(id),
  })
  // What was told and what each side knows: the board holds neither.
  const { data: story } = useQuery({
    queryKey: ['introductions', id, 'story', version],
    enabled: ready,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/introductions/{id}/story', { path: { id }, signal }),
  })
  const card = view?.card ?? data
  return (
    <aside className="desk-detail" aria-label={t('desk.detail')}>
      {card ? (
        <Content
          card={card}
          story={story}
          viewers={view?.viewers ?? []}
          officers={officers}
          change={change}
          onMove={(move) => onMove(card, move)}
          onClose={onClose}
        />
      ) : (
        <div className="detail-body">
          <div>
            <Button look="small" onClick={onClose}>
              {t('close')}
            </Button>
          </div>
          {error ? <ProblemNotice error={error} /> : <p className="meta">{t('loading')}</p>}
        </div>
      )}
    </aside>
  )
}

function Content({
  card,
  story,
  viewers,
  officers,
  change,
  onMove,
  onClose,
}: {
  card: Introduction
  /** What happened, and what each side knows; undefined while it is read. */
  story: Schemas['IntroductionStory'] | undefined
  viewers: readonly string[]
  officers: readonly Load[]
  change: Change
  onMove: (move: OfficerMove) => void
  onClose: () => void
}) {
  const words = useWords()
  const { t, format } = words
  const number = (value: number | undefined) => (value === undefined ? undefined : format.number(value))
  const [assigning, setAssigning] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [card.id])
  return (
    <>
      <header>
        {card.score !== undefined && <ScoreTile score={card.score} />}
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {pairName(card, words)}
          </h2>
          <p className="row">
            <span className="tag">{t(`desk.state.${card.state}`)}</span>
            <span className="meta">{t(`nav.${card.board}`)}</span>
          </p>
        </div>
        <Button look={['quiet', 'icon']} aria-label={t('close')} onClick={onClose}>
          ✕
        </Button>
      </header>
      <div className="detail-body">
        {viewers.length > 0 && (
          <Notice>{t('desk.viewing', { count: viewers.length, names: format.list([...viewers]) })}</Notice>
        )}
        {card.overdue && <Notice look="warn">{t('desk.overdueText')}</Notice>}
        <div className="row">
          {movesOf(card).map((move, index) => (
            <Button
              key={move.to}
              look={index === 0 && move.act !== 'conclude' ? ['primary', 'small'] : 'small'}
              onClick={() => onMove(move)}
            >
              {t(`desk.act.${move.act}`)}
            </Button>
          ))}
          {!isEnded(card) && (
            <Button look="small" onClick={() => setAssigning(true)}>
              {t('desk.assign')}
            </Button>
          )}
        </div>
        {card.state === 'offered' && <p className="meta">{t('desk.onlyParties')}</p>}
        <dl>
          <Fact name={t('desk.officer')} value={card.officer ?? t('desk.unassigned')} />
          <Fact name={t('desk.holderLabel')} value={card.holder === 'nobody' ? '' : t(`desk.holds.${card.holder}`)} />
          <Fact
            name={t('desk.deadline')}
            value={card.overdue ? t('desk.overdue') : card.dueOn && format.day(card.dueOn)}
          />
          <Fact name={t('desk.askedBy')} value={t(`desk.asker.${card.askedBy ?? 'office'}`)} />
          <Fact name={t('desk.outcomeLabel')} value={card.outcome && t(`desk.outcome.${card.outcome}`)} />
          <Fact name={t('desk.landed.jobs')} value={number(card.jobs)} />
          <Fact
            name={t('desk.landed.floorArea')}
            value={card.floorArea === undefined ? undefined : format.both(card.floorArea, 'm2')}
          />
          <Fact name={t('desk.landed.investment')} value={number(card.investment)} />
          <Fact name={t('desk.reason')} value={card.reason} />
          <Fact name={t('desk.override')} value={card.override} />
        </dl>
        <Parties card={card} views={story?.views} change={change} />
        <Meetings card={card} change={change} />
        <Notes card={card} change={change} />
        {story ? <Timeline card={card} entries={story.entries} /> : <p className="meta">{t('loading')}</p>}
        {card.state === 'concluded' && <Aftercare card={card} change={change} />}
      </div>
      {assigning && (
        <AssignDialog card={card} officers={officers} change={change} onClose={() => setAssigning(false)} />
      )}
    </>
  )
}

const Fact = ({ name, value }: { name: string; value: string | undefined }) =>
  value ? (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  ) : null

/** When the company is looked after again, and what was done so far. */
function Aftercare({ card, change }: { card: Introduction; change: Change }) {
  const { t, format } = useWords()
  const [open, setOpen] = useState(false)
  const [form, setForm] = useState({ on: '', note: '' })
  const save = (now: Introduction) =>
    act(now, 'aftercare', { ...(form.on && { on: form.on }), ...(form.note.trim() && { note: form.note.trim() }) })
  return (
    <section>
      <h3>{t('desk.aftercare')}</h3>
      <p>
        {card.aftercareOn ? t('desk.aftercareNext', { day: format.day(card.aftercareOn) }) : t('desk.aftercareNone')}
      </p>
      <ul className="rows">
        {card.aftercare?.map((care) => (
          <li key={care.at}>
            <div>
              <p>{care.note}</p>
              <p className="meta nums">
                {format.instant(care.at)} · {care.by}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button
          look="small"
          onClick={() => {
            setForm({ on: card.aftercareOn ?? '', note: '' })
            setOpen(true)
          }}
        >
          {t('desk.aftercareDo')}
        </Button>
      </div>
      {open && (
        <FormDialog
          title={t('desk.aftercareDo')}
          submit={t('save')}
          fields={['note', 'on']}
          onClose={() => setOpen(false)}
          onSubmit={() => change(card, save)}
        >
          {(errors) => (
            <>
              <TextArea
                label={t('desk.aftercareNote')}
                maxLength={2000}
                value={form.note}
                errors={errors.note}
                onChange={(event) => setForm({ ...form, note: event.target.value })}
              />
              <DayField
                label={t('desk.aftercareOn')}
                hint={t('desk.aftercareStop')}
                value={form.on}
                errors={errors.on}
                onChange={(day) => setForm({ ...form, on: day })}
              />
            </>
          )}
        </FormDialog>
      )}
    </section>
  )
}
