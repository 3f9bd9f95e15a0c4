import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Link } from 'wouter'
import { useSchema } from '../../../api/boards'
import { useWords } from '../../../i18n/i18n'
import { ScoreTile } from '../../../score/ScoreTile'
import type { Place } from '../../../upgrade/types'
import { AdmissionWord } from '../../../uses/AdmissionMark'
import { OperatorSource } from '../../../uses/OperatorSource'
import '../../../uses/uses.css'
import { usePathWords } from '../pathWords'
import { factText, rentText } from './places'

const icons = { carries: CircleCheck, toCheck: CircleHelp, not: CircleX }
const looks = { carries: 'fits', toCheck: 'unknown', not: 'doesNotFit' }

/** One place: which steps it carries and why, what it costs, and what the law or the operator says. */
export function PlaceCard({
  place,
  href,
  rent,
  isCampus = false,
  children,
}: {
  place: Place
  href: string
  /** HK$ a month for the present unit; undefined: not told. */
  rent: number | undefined
  isCampus?: boolean
  /** What is known of its rent. */
  children?: ReactNode
}) {
  const id = useId()
  const words = useWords()
  const { t, text, format } = words
  const { byCode } = useSchema('sites')
  const { stepName } = usePathWords()
  const name = [text(place.name) || place.id, place.unit].filter(Boolean).join(' ')
  const asking = place.steps.filter(({ facts }) => facts.length > 0)
  return (
    <article className="place-card" aria-labelledby={id}>
      <div className="place-head">
        <h4 id={id}>
          <Link href={href}>{name}</Link>
        </h4>
        {place.sample && <span className="tag sample">{t('sample')}</span>}
        {place.score !== undefined && <ScoreTile score={place.score} />}
      </div>
      <dl className="place-facts">
        {place.walk !== undefined && (
          <div>
            <dt>{t('upgrade.places.walk')}</dt>
            <dd>{place.walk === 0 ? t('upgrade.places.same') : t('nearby.minutes', { count: place.walk })}</dd>
          </div>
        )}
        {place.area !== undefined && (
          <div>
            <dt>{text(byCode.get('area')?.label)}</dt>
            <dd className="nums">{format.both(place.area, 'm2')}</dd>
          </div>
        )}
        <div>
          <dt>{t('upgrade.places.rent')}</dt>
          <dd className="nums">
            {children ?? (place.monthlyRent === undefined ? t('unknown') : rentText(place.monthlyRent, rent, words))}
          </dd>
        </div>
        <div>
          <dt>{t('upgrade.places.production')}</dt>
          <dd>
            <span className={`use-word ${place.production ?? 'unknown'}`}>
              {place.production ? t(`use.${place.production}`) : t('unknown')}
            </span>
          </dd>
        </div>
        {isCampus && (
          <div>
            <dt>{t('upgrade.places.operator')}</dt>
            <dd>
              <AdmissionWord verdict={place.admission} />
              <OperatorSource source={place.source} />
            </dd>
          </div>
        )}
      </dl>
      <ul className="place-steps">
        {asking.map(({ step, outcome, facts }) => {
          const Icon = icons[outcome]
          return (
            <li key={step}>
              <p>
                <b>{stepName(step)}</b>
                <span className={`use-word place-outcome ${looks[outcome]}`}>
                  <Icon size={14} strokeWidth={1.9} aria-hidden /> {t(`upgrade.places.${outcome}`)}
                </span>
              </p>
              <ul className="meta">
                {facts.map((fact) => (
                  <li key={fact.attribute}>{factText(fact, byCode.get(fact.attribute), words)}</li>
                ))}
              </ul>
            </li>
          )
        })}
      </ul>
    </article>
  )
}
