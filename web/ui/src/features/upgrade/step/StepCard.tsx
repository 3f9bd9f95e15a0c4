import { Award, Building2, FlaskConical, Hammer, HandCoins, Target } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Link } from 'wouter'
import { useSchema } from '../../../api/boards'
import type { PathStep, Scored, UpgradeStep } from '../../../upgrade/types'
import { useWords } from '../../../i18n/i18n'
import { describeValue } from '../../../score/describe'
import { ScoreTile } from '../../../score/ScoreTile'
import { usePathWords } from '../pathWords'
import { buildersPath, centresPath, spacesPath } from '../../../upgrade/links'
import { monthsText } from '../../../upgrade/months'
import { StepFields, type StepMoves } from './StepFields'
import { WhoPays } from './WhoPays'
import './step.css'

/** One step: what it costs and when, who builds it, who knows how, who pays, what it opens, and what it needs. */
export function StepCard({
  step,
  own,
  why,
  index,
  count,
  moves,
}: {
  step: PathStep
  /** As the firm set it. */
  own: UpgradeStep
  /** Why it is suggested, while the firm has not taken it. */
  why?: ReactNode
  index: number
  count: number
  moves: StepMoves
}) {
  const words = useWords()
  const { t, format } = words
  const { stepOf, stepName } = usePathWords()
  const certificates = useSchema('partners').byCode.get('certifications')
  const id = useId()
  const info = stepOf(step.step)
  const isPast = step.status === 'done'
  return (
    <article className={`card step-card ${step.status}`} aria-labelledby={id} id={`step-${step.step}`} tabIndex={-1}>
      <div className="step-head">
        <span className="step-number nums" aria-hidden="true">
          {index + 1}
        </span>
        <span className={`tag step-status ${step.status}`}>{t(`upgrade.status.${step.status}`)}</span>
        <b className="step-cost nums">{format.money(step.cost)}</b>
      </div>
      <div>
        <h3 id={id}>{stepName(step.step)}</h3>
        <p className="meta nums">
          {monthsText(step.start, step.end, words)} · {format.quantity(step.months, 'month')}
        </p>
        {(step.costAssumed || step.monthsAssumed) && !isPast && (
          <p className="assumed">
            {t(
              step.costAssumed && step.monthsAssumed
                ? 'upgrade.assumed.both'
                : step.costAssumed
                  ? 'upgrade.assumed.cost'
                  : 'upgrade.assumed.months',
            )}
          </p>
        )}
      </div>
      {step.withdrawn && <p className="assumed">{t('upgrade.card.withdrawn')}</p>}
      {why}
      <ul className="step-facts">
        <Who
          icon={<Hammer size={17} strokeWidth={1.9} aria-hidden />}
          label={t('upgrade.card.builders')}
          found={step.builders}
          pathOf={(match) => buildersPath(info, match)}
          none={t('upgrade.card.noBuilder')}
          all={t('upgrade.card.allBuilders')}
        />
        {info && info.fields.length > 0 && (
          <Who
            icon={<FlaskConical size={17} strokeWidth={1.9} aria-hidden />}
            label={t('upgrade.card.centres')}
            found={step.centres}
            pathOf={(match) => centresPath(info, match)}
            none={t('upgrade.card.noCentre')}
            all={t('upgrade.card.allCentres')}
          />
        )}
        <Fact icon={<HandCoins size={17} strokeWidth={1.9} aria-hidden />} label={t('upgrade.card.pays')}>
          <WhoPays step={step} training={info?.training ?? []} />
        </Fact>
        <Fact icon={<Target size={17} strokeWidth={1.9} aria-hidden />} label={t('upgrade.card.opens')}>
          <Opens {...step.opens} />
        </Fact>
        {info?.certification && (
          <Fact icon={<Award size={17} strokeWidth={1.9} aria-hidden />} label={t('upgrade.card.certificate')}>
            {describeValue([info.certification], certificates, words)}
          </Fact>
        )}
        {step.building.length > 0 && (
          <Fact icon={<Building2 size={17} strokeWidth={1.9} aria-hidden />} label={t('upgrade.card.building')}>
            <Building needs={step.building} />
          </Fact>
        )}
      </ul>
      <StepFields step={step} own={own} info={info} index={index} count={count} moves={moves} />
    </article>
  )
}

function Fact({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <li>
      {icon}
      <div>
        <span className="meta">{label}</span>
        {children}
      </div>
    </li>
  )
}

/** The best of those who can, with the others behind a button, or what to do where nobody is known. */
function Who({
  icon,
  label,
  found,
  pathOf,
  none,
  all,
}: {
  icon: ReactNode
  label: string
  found: readonly Scored[]
  pathOf: (match?: string) => string
  none: string
  all: string
}) {
  const { t } = useWords()
  const [best, ...others] = found
  return (
    <Fact icon={icon} label={label}>
      {found.length === 0 && <p className="step-unknown">{none}</p>}
      {best && <Named {...best} href={pathOf(best.id)} />}
      {others.length > 0 ? (
        <details className="step-others">
          <summary>{t('upgrade.card.others', { count: others.length })}</summary>
          {others.map((each) => (
            <Named key={each.id} {...each} href={pathOf(each.id)} />
          ))}
          <Link href={pathOf()} className="step-all">
            {all}
          </Link>
        </details>
      ) : (
        <Link href={pathOf()} className="step-all">
          {all}
        </Link>
      )}
    </Fact>
  )
}

function Named({ id, name, score, href }: Scored & { href: string }) {
  const { text } = useWords()
  return (
    <p className="step-who">
      <Link href={href}>{text(name) || id}</Link>
      <ScoreTile score={score} />
    </p>
  )
}

function Opens({ before, after }: PathStep['opens']) {
  const { t } = useWords()
  const gained = after - before
  return gained > 0 ? (
    <b className="gain nums">{t('upgrade.card.gain', { count: gained })}</b>
  ) : (
    <span>{t('upgrade.card.gainsNone')}</span>
  )
}

/** What its building is known to have of it; where that is not enough to tell, spaces that have it. */
function Building({ needs }: { needs: PathStep['building'] }) {
  const words = useWords()
  const { t, text } = words
  const { byCode } = useSchema('sites')
  const path = spacesPath(needs, byCode)
  return (
    <>
      <ul className="step-building">
        {needs.map(({ attribute, value }) => (
          <li key={attribute} className={value === undefined ? 'unknown' : ''}>
            {text(byCode.get(attribute)?.label) || attribute}{' '}
            <b>{value === undefined ? t('unknown') : describeValue(value, byCode.get(attribute), words)}</b>
          </li>
        ))}
      </ul>
      {path && (
        <Link href={path} className="step-all">
          {t('upgrade.card.spaces')}
        </Link>
      )}
    </>
  )
}
