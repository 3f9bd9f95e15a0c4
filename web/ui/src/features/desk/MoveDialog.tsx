import { useState } from 'react'
import type { Introduction, Load, Outcome } from '../../api/introductions'
import { useWords } from '../../i18n/i18n'
import { goodOutcomes } from '../../introductions/outcomes'
import { Button } from '../../kit/Button'
import { DayField } from '../../kit/days/DayField'
import { SelectField, TextArea, TextField } from '../../kit/fields/Field'
import { ConclusionFields } from './ConclusionFields'
import { type Landed, LandedFields, landedFields } from './LandedFields'
import { type Errors, FormDialog } from '../../kit/overlays/FormDialog'
import { offerUndo } from '../../kit/undo/offer'
import { MeetingFields, meetingFields, newMeeting, readMeeting } from './detail/Meetings'
import { act, type Act, type OfficerMove } from './moves'
import { pairName, sideName } from './labels'
import type { DeskBoard } from '../../live/desk/deskBoard'
import { mailboxesOf } from './mailboxes'
import { LettersPreview, type Plan } from '../../introductions/preview/LettersPreview'
import type { Change } from './useMoves'
import { hongKongDay } from '../../kit/days/hongKong'

const fields = [
  ...meetingFields,
  'seekerMailbox',
  'counterpartMailbox',
  'override',
  'outcome',
  'reason',
  'aftercareOn',
  ...landedFields,
]

/** What a move needs besides the card: asked for before it is made. The card is the one that the officer decided on. */
export function MoveDialog({
  board,
  card,
  move: { act: verb, to },
  change,
  onClose,
}: {
  board: DeskBoard
  card: Introduction
  move: OfficerMove
  change: Change
  onClose: () => void
}) {
  const { t } = useWords()
  const [form, setForm] = useState(() => ({
    seekerMailbox: card.seeker.mailbox ?? '',
    counterpartMailbox: card.counterpart.mailbox ?? '',
    override: '',
    meeting: newMeeting(card),
    outcome: '' as Outcome | '',
    reason: '',
    aftercareOn: '',
    landed: {} as Landed,
  }))
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const bodies = {
    offer: given({
      seekerMailbox: form.seekerMailbox.trim(),
      counterpartMailbox: form.counterpartMailbox.trim(),
      override: form.override.trim(),
    }),
    introduce: {},
    restart: {},
    meet: readMeeting(form.meeting),
    conclude: given({
      outcome: form.outcome as Outcome,
      reason: form.reason.trim(),
      aftercareOn: goodOutcomes.includes(form.outcome as Outcome) ? form.aftercareOn : '',
      ...(form.outcome === 'landed' && form.landed),
    }),
  }
  const plans: Record<Act, Plan> = {
    offer: { act: 'offer', offer: bodies.offer },
    introduce: { act: 'introduce' },
    restart: { act: 'restart' },
    meet: { act: 'meet', meeting: bodies.meet },
    conclude: { act: 'conclude', conclusion: bodies.conclude },
  }
  return (
    <FormDialog
      title={t(`desk.act.${verb}`)}
      submit={t(`desk.do.${verb}`)}
      fields={fields}
      onClose={onClose}
      onSubmit={() => change(card, (now) => act(now, verb, bodies[verb]), to)}
    >
      {(errors) => (
        <>
          <Pair card={card} />
          <p>{t(`desk.about.${verb}`)}</p>
          {verb === 'offer' && <OfferFields board={board} card={card} form={form} set={set} errors={errors} />}
          {verb === 'meet' && (
            <MeetingFields meeting={form.meeting} errors={errors} onChange={(meeting) => set({ meeting })} />
          )}
          {verb === 'conclude' && (
            <>
              <ConclusionFields ending={form} errors={errors} onChange={set}>
                {form.outcome === 'landed' && (
                  <LandedFields landed={form.landed} errors={errors} onChange={(landed) => set({ landed })} />
                )}
              </ConclusionFields>
              {goodOutcomes.includes(form.outcome as Outcome) && (
                <DayField
                  label={t('desk.aftercareOn')}
                  min={hongKongDay()}
                  hint={t('desk.aftercareDefault')}
                  value={form.aftercareOn}
                  errors={errors.aftercareOn}
                  onChange={(day) => set({ aftercareOn: day })}
                />
              )}
            </>
          )}
          <LettersPreview card={card} plan={plans[verb]} />
        </>
      )}
    </FormDialog>
  )
}

/** The fields that are filled in; the server says which others it needs. */
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

function Pair({ card }: { card: Introduction }) {
  const words = useWords()
  return (
    <p>
      <b>{pairName(card, words)}</b>
    </p>
  )
}

interface OfferForm {
  seekerMailbox: string
  counterpartMailbox: string
  override: string
}

/** Addresses that reached the party before; one press takes one. */
function UsedBefore({ addresses, onChoose }: { addresses: readonly string[]; onChoose: (address: string) => void }) {
  const { t } = useWords()
  if (addresses.length === 0) return null
  return (
    <div className="row" role="group" aria-label={t('desk.mailboxUsed')}>
      <span className="meta">{t('desk.mailboxUsed')}</span>
      {addresses.slice(0, 3).map((address) => (
        <Button key={address} look={['small', 'pill']} onClick={() => onChoose(address)}>
          {address}
        </Button>
      ))}
    </div>
  )
}

function OfferFields({
  board,
  card,
  form,
  set,
  errors,
}: {
  board: DeskBoard
  card: Introduction
  form: OfferForm
  set: (part: Partial<OfferForm>) => void
  errors: Errors
}) {
  const words = useWords()
  const { t } = words
  const [used] = useState(() => {
    const cards = board.readBoard().cards.map((view) => view.card)
    const of = (side: 'seeker' | 'counterpart') => mailboxesOf(card[side].party, cards, card.id)
    return { seeker: of('seeker'), counterpart: of('counterpart') }
  })
  return (
    <>
      {(['seeker', 'counterpart'] as const).map((side) => (
        <div key={side}>
          <TextField
            label={t('desk.mailbox', { name: sideName(card[side], words) })}
            type="email"
            hint={t('desk.mailboxHint')}
            value={form[`${side}Mailbox`]}
            errors={errors[`${side}Mailbox`]}
            onChange={(event) => set({ [`${side}Mailbox`]: event.target.value })}
          />
          <UsedBefore addresses={used[side]} onChoose={(address) => set({ [`${side}Mailbox`]: address })} />
        </div>
      ))}
      <details className="group" open={Boolean(errors.override) || form.override !== ''}>
        <summary>
          <h3>{t('desk.override')}</h3>
        </summary>
        <TextArea
          label={t('desk.overrideReason')}
          hint={t('desk.overrideHint')}
          maxLength={2000}
          value={form.override}
          errors={errors.override}
          onChange={(event) => set({ override: event.target.value })}
        />
      </details>
    </>
  )
}

export function AssignDialog({
  card,
  officers,
  change,
  onClose,
}: {
  card: Introduction
  officers: readonly Load[]
  change: Change
  onClose: () => void
}) {
  const words = useWords()
  const { t } = words
  const [officer, setOfficer] = useState(card.officer ?? '')
  const assign = async () => {
    const before = card.officer
    let given: Introduction | undefined
    const error = await change(card, async (now) => (given = await act(now, 'assign', { officer })))
    const made = given
    // Of what an officer does to an introduction only this can be done back; a later change of the card forbids it.
    if (made && before && before !== officer)
      offerUndo({
        text: t('desk.assigned', { pair: pairName(card, words), officer }),
        undo: () => act(made, 'assign', { officer: before }),
        href: `/desk/${encodeURIComponent(card.id)}`,
      })
    return error
  }
  return (
    <FormDialog
      title={t('desk.assign')}
      submit={t('desk.give')}
      fields={['officer']}
      onClose={onClose}
      onSubmit={assign}
    >
      {(errors) => (
        <>
          <Pair card={card} />
          <SelectField
            label={t('desk.officer')}
            required
            value={officer}
            errors={errors.officer}
            onChange={(event) => setOfficer(event.target.value)}
            options={officerOptions(officers, t('choose'))}
          />
          {officer && officer !== card.officer && <LettersPreview card={card} plan={{ act: 'assign', officer }} />}
        </>
      )}
    </FormDialog>
  )
}

export const officerOptions = (officers: readonly Load[], none: string) => [
  { value: '', label: none },
  ...officers.map((load) => ({ value: load.officer, label: load.officer })),
]
