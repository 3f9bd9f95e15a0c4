import type { Introduction, Side } from '../../api/introductions'
import { useWords } from '../../i18n/i18n'
import { sideName } from '../status'
import { Teaser } from '../Teaser'

/** What one side reads of an introduction, from that side's own view as the server made it. */
export function Knows({ view, side }: { view: Introduction; side: Side }) {
  const words = useWords()
  const { t, text, format } = words
  const other = view[side === 'seeker' ? 'counterpart' : 'seeker']
  const known = sideName(other, words)
  const name = text(view.matchName) || text(view.demandName)
  return (
    <section className="knows">
      <h4>{t(`desk.knows.${side}`)}</h4>
      <p>
        <b>{known.text}</b> {known.alias && <span className="tag alias">{t('introductions.alias')}</span>}
      </p>
      {name && <p className="meta">{name}</p>}
      {view.score !== undefined && <p className="meta">{t('desk.knows.score', { score: format.score(view.score) })}</p>}
      {other.details ? (
        <ul className="knows-people">
          {other.details.address && <li>{text(other.details.address)}</li>}
          {other.details.people.map((person, index) => (
            <li key={index}>{[person.name, person.email, person.phone].filter(Boolean).join(' · ')}</li>
          ))}
        </ul>
      ) : (
        <p className="meta">{t('desk.knows.noContacts')}</p>
      )}
      {other.teaser && (
        <details>
          <summary>{t('desk.knows.facts')}</summary>
          <Teaser teaser={other.teaser} board={view.board} />
        </details>
      )}
    </section>
  )
}
