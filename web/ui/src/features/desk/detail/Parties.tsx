import { Link } from 'wouter'
import { useSchema } from '../../../api/boards'
import type { Introduction, Participant, Side, Teaser } from '../../../api/introductions'
import { useWords } from '../../../i18n/i18n'
import { RequirementChips } from '../../../requirement/RequirementChips'
import { describeValue, labelOf } from '../../../score/describe'
import { matchLabel, sideName } from '../labels'
import type { Change } from '../useMoves'
import { Vouching } from './Vouching'
import { boards } from '../../../kinds/boards'
import { pageOf, rowOf } from '../../../kinds/kinds'

/** Several spaces taken together are shown with the first one. */
const profilePath = ({ board, match }: Introduction) =>
  match && rowOf(boards[board].collection).page?.(match.split('+')[0]!)

/** Both sides as the office knows them: the name, what the other side is shown, and what each has answered. */
export function Parties({
  card,
  teasers,
  change,
}: {
  card: Introduction
  teasers: Record<Side, Teaser | undefined>
  change: Change
}) {
  return (
    <div className="parties">
      {(['seeker', 'counterpart'] as const).map((side) => (
        <Party key={side} card={card} side={side} teaser={teasers[side]} change={change} />
      ))}
    </div>
  )
}

function Party({
  card,
  side,
  teaser,
  change,
}: {
  card: Introduction
  side: Side
  teaser: Teaser | undefined
  change: Change
}) {
  const words = useWords()
  const { t, text } = words
  const party = card[side]
  const name = sideName(party, words)
  const page = party.party && pageOf(party.party)
  const record = side === 'seeker' ? card.demand && `/demands/${card.demand}` : profilePath(card)
  const recordName =
    side === 'seeker'
      ? text(card.demandName) || card.demand
      : matchLabel(card.board, card.match ?? '', card.matchName, words)
  return (
    <section>
      <h3>{t(`desk.side.${side}`)}</h3>
      <p className="party-name">{page ? <Link href={page}>{name}</Link> : name}</p>
      <p className="meta">{t('desk.knownAs', { alias: text(party.alias) })}</p>
      {recordName && (
        <p>
          {t(side === 'seeker' ? 'desk.demand' : 'desk.match')}{' '}
          {record ? <Link href={record}>{recordName}</Link> : recordName}
        </p>
      )}
      {teaser && <Told teaser={teaser} card={card} />}
      <Answer party={party} card={card} />
      <Vouching card={card} side={side} change={change} />
      {party.details && <Details details={party.details} />}
    </section>
  )
}

/** The teaser: all that the other side reads before names are. */
function Told({ teaser, card }: { teaser: Teaser; card: Introduction }) {
  const words = useWords()
  const { t } = words
  // The seeker's needs are on the demand's own board, which is the introduction's.
  const schema = useSchema(card.board)
  const { industry, size, needs = [], offers = {} } = teaser
  const facts = [industry && t(`industry.${industry}`), size && t(`desk.size.${size}`)].filter(Boolean)
  return (
    <details className="told">
      <summary>{t('desk.told')}</summary>
      {facts.length > 0 && <p>{facts.join(' · ')}</p>}
      {needs.length > 0 && <RequirementChips criteria={needs} schema={schema} />}
      <dl>
        {Object.entries(offers).map(([code, value]) => (
          <div key={code} className="fact">
            <dt>{labelOf(code, schema, words)}</dt>
            <dd>{describeValue(value, schema.byCode.get(code), words)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Answer({ party: { consent, mailbox }, card }: { party: Participant; card: Introduction }) {
  const { t, format } = useWords()
  if (consent) {
    return (
      <p className="consent given">
        ✓ {t(`desk.consented.${consent.through}`, { by: consent.by, at: format.instant(consent.at) })}
      </p>
    )
  }
  if (card.state !== 'offered' && card.state !== 'expired')
    return mailbox ? <p className="meta">{t('desk.askedAt', { mailbox })}</p> : null
  return <p className="consent">○ {mailbox ? t('desk.notAnsweredAt', { mailbox }) : t('desk.notAnswered')}</p>
}

function Details({ details }: { details: NonNullable<Participant['details']> }) {
  const { t, text } = useWords()
  return (
    <div className="released">
      <h4>{t('desk.released')}</h4>
      {details.name && <p>{text(details.name)}</p>}
      {details.address && <p className="meta">{text(details.address)}</p>}
      <ul>
        {details.people.map((person, index) => (
          <li key={index}>
            {person.name} {person.email && <a href={`mailto:${person.email}`}>{person.email}</a>}{' '}
            {person.phone && <a href={`tel:${person.phone}`}>{person.phone}</a>}
          </li>
        ))}
      </ul>
    </div>
  )
}
