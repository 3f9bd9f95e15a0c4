import type { Participant } from '../../api/introductions'
import { useWords } from '../../i18n/i18n'

/** Whom to write to, once details are exchanged; a phone dials and writes at a touch. */
export function Contacts({ details }: { details: NonNullable<Participant['details']> }) {
  const { t, text } = useWords()
  return (
    <section className="card contacts">
      <h2>{t('introductions.people')}</h2>
      {details.people.length === 0 && <p>{t('introductions.noPeople')}</p>}
      <ul>
        {details.people.map(({ name, email, phone }, index) => (
          <li key={index}>
            {name && (
              <p>
                <b>{name}</b>
              </p>
            )}
            <div className="answers">
              {phone && (
                <a className="button primary" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
                  {t('introductions.call', { phone })}
                </a>
              )}
              {email && (
                <a className="button" href={`mailto:${email}`}>
                  {t('introductions.mail', { email })}
                </a>
              )}
            </div>
          </li>
        ))}
      </ul>
      {details.address && (
        <p>
          <span className="meta">{t('introductions.address')}</span>
          <br />
          {text(details.address)}
        </p>
      )}
    </section>
  )
}
