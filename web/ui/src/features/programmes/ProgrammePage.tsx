import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { api } from '../../api/client'
import type { Programme, RuleVersion, Source } from '../../api/programmes'
import { useMe } from '../../api/session'
import '../../funding/funding.css'
import { SourceItems } from '../../funding/SourceItems'
import { useProgrammes } from '../../funding/useProgrammes'
import { useWords } from '../../i18n/i18n'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { RuleEditor } from './rules/RuleEditor'
import { numbersOf } from './rules/rules'

/**
 * One programme, fund, platform, office or place of the policy paper: what it is, who runs it, its rule from day to
 * day, and where that is said.
 */
export default function ProgrammePage({ id }: { id: string }) {
  const { t, text } = useWords()
  const { me } = useMe()
  const list = useProgrammes()
  const programme = list.data?.items.find((item) => item.id === id)
  return (
    <div className="page programmes">
      <p>
        <Link href="/programmes">{t('nav.programmes')}</Link>
      </p>
      <PageHeading title={programme ? text(programme.name) : list.data ? t('notFound.title') : t('nav.programmes')} />
      <ProblemNotice error={list.error} />
      {programme && <About programme={programme} sources={list.data?.sources ?? []} />}
      {programme && programme.shape !== 'information' && me?.role === 'admin' && (
        <Editing id={id} programme={programme} />
      )}
    </div>
  )
}

function Editing({ id, programme }: { id: string; programme: Programme }) {
  const edition = useQuery({
    queryKey: ['programmes', id],
    queryFn: ({ signal }) => api.get('/api/programmes/{id}', { path: { id }, signal }),
  })
  return (
    <>
      <ProblemNotice error={edition.error} />
      {edition.data && <RuleEditor key={edition.data.version} edition={edition.data} shape={programme.shape} />}
    </>
  )
}

function About({ programme, sources }: { programme: Programme; sources: Source[] }) {
  const { t, text, format } = useWords()
  return (
    <>
      <section className="card programme">
        <p className="meta">
          <span className="tag">{t(`programmes.kindOf.${programme.kind}`)}</span> {programme.shortName}
          {programme.body && ` · ${text(programme.body)}`}
        </p>
        <p>{text(programme.summary)}</p>
        {programme.toCheck && (
          <p className="meta">
            {t('programmes.toCheck')} {text(programme.toCheck)}
          </p>
        )}
        {programme.paragraphs.length > 0 && (
          <p className="meta">{t('programmes.paragraphs', { list: format.list(programme.paragraphs.map(String)) })}</p>
        )}
      </section>
      {programme.versions.length === 0 ? (
        <Notice>{t('programmes.noRule')}</Notice>
      ) : (
        <section className="programmes-cards" aria-labelledby="versions-title">
          <h2 id="versions-title">{t('programmes.versions')}</h2>
          {[...programme.versions].reverse().map((version) => (
            <Version key={version.from} version={version} />
          ))}
        </section>
      )}
      <section className="card" aria-labelledby="sources-title">
        <h2 id="sources-title">{t('programmes.sourcesTitle')}</h2>
        <ul className="programme-sources">
          <SourceItems sources={sources} codes={programme.sources} />
        </ul>
      </section>
    </>
  )
}

function Version({ version }: { version: RuleVersion }) {
  const { t, format } = useWords()
  const neededOf = ({ fact, yes }: RuleVersion['needs'][number]) =>
    fact === 'strategicIndustry' ? t('programmes.strategic') : yes ? t('yes') : t('no')
  return (
    <article className="card programme">
      <h3>
        {version.to
          ? t('programmes.fromTo', { from: format.day(version.from), to: format.day(version.to) })
          : t('programmes.since', { from: format.day(version.from) })}
      </h3>
      <dl className="programme-numbers nums">
        {version.government > 0 && (
          <div>
            <dt>{t('programmes.number.ratio')}</dt>
            <dd>
              {version.government} : {version.applicant}
            </dd>
          </div>
        )}
        {numbersOf(version).map(({ name, value, isMoney }) => (
          <div key={name}>
            <dt>{t(`programmes.number.${name}`)}</dt>
            <dd>{isMoney ? format.money(value) : format.number(value, 0)}</dd>
          </div>
        ))}
        {version.salaries.length > 0 && (
          <div>
            <dt>{t('programmes.number.salaries')}</dt>
            <dd>{version.salaries.map(format.money).join(' / ')}</dd>
          </div>
        )}
      </dl>
      <ul className="programme-conditions">
        {version.needs.map((need) => (
          <li key={need.fact}>
            <span aria-hidden="true">·</span>
            <span>
              {t(`programmes.fact.${need.fact}`)} <strong>{neededOf(need)}</strong>{' '}
              <span className="meta">{need.source}</span>
            </span>
            <span />
          </li>
        ))}
      </ul>
      <p className="meta">
        {t('programmes.source')} {version.source}
        {version.daysSource && ` · ${t('programmes.daysSource')} ${version.daysSource}`}
      </p>
    </article>
  )
}
