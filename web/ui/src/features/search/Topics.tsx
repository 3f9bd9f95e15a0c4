import { Link } from 'wouter'
import { useSchema } from '../../api/boards'
import { useMe } from '../../api/session'
import { useProgrammes } from '../../funding/useProgrammes'
import { useWords } from '../../i18n/i18n'
import { describeValue } from '../../score/describe'
import { buildersPath, centresPath } from '../../upgrade/links'
import { useUpgradeList } from '../../upgrade/queries'
import type { UpgradeStepInfo } from '../../upgrade/types'
import type { Topic } from './search'

/** The programmes, and the steps by which a manufacturer upgrades, that the text speaks of. */
export function Topics({ topics }: { topics: Topic[] }) {
  const programmes = topics.filter(({ kind }) => kind === 'programme')
  const steps = topics.filter(({ kind }) => kind === 'step')
  return (
    <>
      {programmes.length > 0 && <Programmes topics={programmes} />}
      {steps.length > 0 && <Steps topics={steps} />}
    </>
  )
}

/** Other short names are English words, which a Chinese page does not show. */
const isAbbreviation = (shortName?: string) => shortName !== undefined && !shortName.includes(' ')

function Programmes({ topics }: { topics: Topic[] }) {
  const { t, text } = useWords()
  const { data } = useProgrammes()
  const isOfStartUps = data?.items.some(
    ({ id, kind }) => kind === 'startUps' && topics.some((topic) => topic.id === id),
  )
  const summaries = new Map(data?.items.map(({ id, summary }) => [id, text(summary)]))
  return (
    <section className="card" aria-labelledby="found-programmes">
      <div className="page-head">
        <h2 id="found-programmes">{t('find.programmes')}</h2>
        {isOfStartUps && (
          <Link href="/startups" className="button small">
            {t('startUps.link')}
          </Link>
        )}
      </div>
      <ul className="found-list">
        {topics.map(({ id, name, shortName }) => (
          <li key={id}>
            <div>
              <Link href={`/programmes/${id}`}>{text(name)}</Link>{' '}
              {isAbbreviation(shortName) && <span className="tag">{shortName}</span>}
              <p className="meta">{summaries.get(id)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Steps({ topics }: { topics: Topic[] }) {
  const { t } = useWords()
  const { me } = useMe()
  const { data: list } = useUpgradeList()
  return (
    <section className="card" aria-labelledby="found-steps">
      <div className="page-head">
        <h2 id="found-steps">{t('find.steps')}</h2>
        {me?.firm && (
          <Link href="/upgrade" className="button small">
            {t('nav.upgrade')}
          </Link>
        )}
      </div>
      <p className="meta">{t('find.stepsAssumed')}</p>
      <ul className="found-list">
        {topics.map((topic) => (
          <Step key={topic.id} topic={topic} info={list?.steps.find(({ id }) => id === topic.id)} />
        ))}
      </ul>
    </section>
  )
}

/** What a step costs and brings, with ways to who builds it, who knows how and who pays; `info` comes later. */
function Step({ topic, info }: { topic: Topic; info: UpgradeStepInfo | undefined }) {
  const words = useWords()
  const { t, text, format } = words
  const { data } = useProgrammes()
  const certificates = useSchema('partners').byCode.get('certifications')
  const pays = data?.items.filter(({ id }) => info?.programmes.includes(id)) ?? []
  return (
    <li>
      <div>
        <b>{text(topic.name)}</b>{' '}
        {info?.certification && <span className="tag">{describeValue([info.certification], certificates, words)}</span>}
        {info && (
          <>
            <p className="meta nums">
              {t('find.stepCost', {
                from: format.money(info.costLow),
                to: format.money(info.costHigh),
                least: info.monthsLow,
                most: info.monthsHigh,
              })}
            </p>
            <ul className="found-ways">
              <li>
                <Link href={buildersPath(info)}>
                  {t('find.builders')}
                  <span className="visually-hidden">: {text(topic.name)}</span>
                </Link>
              </li>
              {info.fields.length > 0 && (
                <li>
                  <Link href={centresPath(info)}>
                    {t('find.centres')}
                    <span className="visually-hidden">: {text(topic.name)}</span>
                  </Link>
                </li>
              )}
              {pays.map(({ id, name, shortName }) => (
                <li key={id}>
                  <Link href={`/programmes/${id}`}>
                    {t('find.pays', { programme: isAbbreviation(shortName) ? shortName : text(name) })}
                    <span className="visually-hidden">: {text(topic.name)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </li>
  )
}
