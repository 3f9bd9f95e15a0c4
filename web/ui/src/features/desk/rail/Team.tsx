import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { api } from '../../../api/client'
import { useMe } from '../../../api/session'
import { useSave } from '../../../api/useSave'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { SelectField } from '../../../kit/fields/Field'
import { ProblemNotice } from '../../../kit/Notice'
import type { Toast } from '../../../kit/overlays/Toasts'
import { loadsOf } from '../board/arrange'
import type { DeskBoard } from '../../../live/desk/deskBoard'
import { officerOptions } from '../MoveDialog'
import { useBoard } from '../../../live/desk/useDesk'
import { TableScroll } from '../../../kit/TableScroll'

/** How much each officer has, who is away, and the hand-over of all open cards. */
export function Team({ board, show }: { board: DeskBoard; show: (look: Toast['look'], text: string) => void }) {
  const { t, format } = useWords()
  const { me } = useMe()
  const { cards, officers } = useBoard(board)
  const loads = useMemo(() => loadsOf(officers, cards), [officers, cards])
  return (
    <div className="team">
      <TableScroll label={t('desk.team.title')}>
        <table className="table">
          <caption className="visually-hidden">{t('desk.team.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('desk.officer')}</th>
              <th scope="col">{t('desk.team.open')}</th>
              <th scope="col">{t('desk.team.waiting')}</th>
            </tr>
          </thead>
          <tbody>
            {loads.map((load) => (
              <tr key={load.officer}>
                <th scope="row">
                  <Link href={`/officers/${encodeURIComponent(load.officer)}`}>{load.officer}</Link>
                  {load.absentUntil && (
                    <span className="away">
                      {t('desk.team.away', { day: format.day(load.absentUntil) })}
                      {load.standIn && ` · ${t('desk.team.standIn', { name: load.standIn })}`}
                    </span>
                  )}
                </th>
                <td className="nums">{format.number(load.open)}</td>
                <td className="nums">{format.number(load.waiting)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {me && (
        <p>
          <Link href={`/officers/${encodeURIComponent(me.email)}`}>{t('desk.team.mine')}</Link>
        </p>
      )}
      {me && <HandOver me={me.email} admin={me.role === 'admin'} officers={officers} show={show} />}
    </div>
  )
}

function HandOver({
  me,
  admin,
  officers,
  show,
}: {
  me: string
  admin: boolean
  officers: Parameters<typeof officerOptions>[0]
  show: (look: Toast['look'], text: string) => void
}) {
  const { t } = useWords()
  const [form, setForm] = useState({ from: me, to: '' })
  const { onSubmit, busy, error } = useSave()
  const handOver = async () => {
    const { moved } = await api.post('/api/desk/handover', { body: form })
    show('ok', t('desk.team.handedOver', { count: moved, to: form.to }))
    setForm({ ...form, to: '' })
  }
  const submit = onSubmit(handOver)
  const options = officerOptions(officers, t('choose'))
  return (
    <form className="form" onSubmit={submit}>
      <h3>{t('desk.team.handOver')}</h3>
      <ProblemNotice error={error} />
      {admin && (
        <SelectField
          label={t('desk.team.from')}
          required
          value={form.from}
          options={options}
          onChange={(event) => setForm({ ...form, from: event.target.value })}
        />
      )}
      <SelectField
        label={t('desk.team.to')}
        hint={t('desk.team.handOverHint')}
        required
        value={form.to}
        options={options.filter(({ value }) => value !== form.from)}
        onChange={(event) => setForm({ ...form, to: event.target.value })}
      />
      <div>
        <Button type="submit" disabled={busy}>
          {t('desk.team.handOverDo')}
        </Button>
      </div>
    </form>
  )
}
