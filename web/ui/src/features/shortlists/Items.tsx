import { useQuery } from '@tanstack/react-query'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import type { BoardCode, ItemSince, SheetItem, Shortlist, Value } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { TextArea } from '../../kit/fields/Field'
import { ProblemNotice } from '../../kit/Notice'
import { describeValue } from '../../score/describe'
import { ScoreTile } from '../../score/ScoreTile'
import { memberText } from '../../matches/compare/comparison'
import { memberName, membersOf, moved, nameOf } from './sheet'

/** Each item with its note, its place, and what has changed since it was kept. */
export function Items({
  shortlist: { id, items },
  kept,
  onChange,
}: {
  shortlist: Shortlist
  kept: ReadonlyMap<string, SheetItem>
  onChange: (items: Shortlist['items']) => void
}) {
  const { t } = useWords()
  const { data, error } = useQuery({
    queryKey: ['shortlists', id, 'since'],
    queryFn: ({ signal }) => api.get('/api/shortlists/{id}/since', { path: { id }, signal }),
  })
  return (
    <section aria-labelledby="shortlist-items">
      <h2 id="shortlist-items">{t('shortlist.items')}</h2>
      <ProblemNotice error={error} />
      <ol className="shortlist-items">
        {items.map((item, index) => (
          <li key={item.item} className="card">
            <Item
              item={kept.get(item.item)!}
              note={item.note ?? ''}
              officeOnly={item.officeOnly ?? false}
              since={data?.items.find((one) => one.item === item.item)}
              onNote={(note) =>
                onChange(items.map((one) => (one.item === item.item ? { ...one, note: note || undefined! } : one)))
              }
              onMove={(by) => onChange(moved(items, index, by))}
              isFirst={index === 0}
              isLast={index === items.length - 1}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Item({
  item,
  note,
  officeOnly,
  since,
  onNote,
  onMove,
  isFirst,
  isLast,
}: {
  item: SheetItem
  note: string
  officeOnly: boolean
  since: ItemSince | undefined
  onNote: (note: string) => void
  onMove: (by: number) => void
  isFirst: boolean
  isLast: boolean
}) {
  const words = useWords()
  const { t } = words
  const name = nameOf(item, words)
  const members = membersOf(item)
  return (
    <>
      <div className="shortlist-item">
        <ScoreTile score={item.match.score} />
        <div>
          <h3>{name}</h3>
          <p className="meta">
            {t(`verdict.${item.match.verdict}`)}
            {officeOnly && ` · ${t('shortlist.officeOnly')}`}
          </p>
          {members && (
            <ul className="shortlist-members meta">
              {members.map((member) => (
                <li key={member.id}>{memberText(member, words)}</li>
              ))}
            </ul>
          )}
        </div>
        <span className="row no-print">
          <Button
            look={['quiet', 'icon']}
            aria-label={t('shortlist.up', { name })}
            disabled={isFirst}
            onClick={() => onMove(-1)}
          >
            <ArrowUp size={16} strokeWidth={1.9} aria-hidden />
          </Button>
          <Button
            look={['quiet', 'icon']}
            aria-label={t('shortlist.down', { name })}
            disabled={isLast}
            onClick={() => onMove(1)}
          >
            <ArrowDown size={16} strokeWidth={1.9} aria-hidden />
          </Button>
        </span>
      </div>
      {since && <Since since={since} item={item} />}
      <Note key={note} name={name} note={note} onSave={onNote} />
    </>
  )
}

/** What is another now than it was when it was kept. */
function Since({ since: { now, changes, gone, goneMembers }, item }: { since: ItemSince; item: SheetItem }) {
  const words = useWords()
  const { t, format, text } = words
  const schema = useSchema(item.board as BoardCode)
  const whose = (id: string | undefined) => {
    const member = item.members?.find((one) => one.item === id)
    return member ? memberName(member, words) : ''
  }
  if (gone)
    return (
      <p className="verdict nearMiss">
        {goneMembers
          ? t('shortlist.goneMembers', { names: format.list(goneMembers.map(whose)) })
          : t(item.members ? 'shortlist.apart' : 'shortlist.gone')}
      </p>
    )
  const isMoved = now && (now.verdict !== item.match.verdict || now.score !== item.match.score)
  if (!isMoved && changes.length === 0) return <p className="meta">{t('shortlist.unchanged')}</p>
  return (
    <div className="since">
      {isMoved && <p>{t('shortlist.now', { verdict: t(`verdict.${now.verdict}`), score: format.score(now.score) })}</p>}
      <ul>
        {changes.map(({ attribute, before, after, at, source, member }) => {
          const about = schema.byCode.get(attribute)
          const said = (value: Value | undefined) =>
            about && value !== undefined ? describeValue(value, about, words) : t('unknown')
          return (
            <li key={`${attribute} ${member ?? ''}`}>
              {member && `${whose(member)} · `}
              {about ? text(about.label) : attribute}: {said(before)} → <b>{said(after)}</b>{' '}
              <span className="meta">{[format.instant(at), source].filter(Boolean).join(' · ')}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Note({ name, note, onSave }: { name: string; note: string; onSave: (note: string) => void }) {
  const { t } = useWords()
  const [text, setText] = useState(note)
  return (
    <div className={`shortlist-note ${text ? '' : 'no-print'}`}>
      <TextArea
        label={
          <>
            {t('shortlist.note')}
            <span className="visually-hidden">: {name}</span>
          </>
        }
        rows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {text !== note && (
        <Button look="small" onClick={() => onSave(text.trim())}>
          {t('save')}
        </Button>
      )}
    </div>
  )
}
