import { useQuery } from '@tanstack/react-query'
import { ArrowRight, Factory, Handshake, ListChecks, MessageSquareText, Rocket } from 'lucide-react'
import { type FormEvent, useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useSchema } from '../../../api/boards'
import { api } from '../../../api/client'
import { readAll } from '../../../api/pages'
import type { Criterion } from '../../../api/types'
import { briefPath, emptyBrief, requirementPath } from '../../../brief/address'
import { useProgrammes } from '../../../funding/useProgrammes'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { onEnter } from '../../../kit/keys/enter'
import { PageHeading } from '../../../kit/PageHeading'
import { describeValue } from '../../../score/describe'
import { byDistrict, spotsOf } from './district'
import { DistrictMap } from './DistrictMap'
import { examples } from './examples'
import '../home.css'

const steps = [
  ['say', MessageSquareText],
  ['compare', ListChecks],
  ['introduce', Handshake],
] as const

/** The first minute: what this is, one box to begin with, and what there is to find. */
export default function VisitorHome() {
  const { t } = useWords()
  return (
    <div className="home visitor-home">
      <section className="hero">
        <PageHeading title={t('home.visitor.title')} />
        <p className="lead">{t('home.visitor.lead')}</p>
        <NeedBox />
        <h2 className="meta">{t('home.visitor.examples')}</h2>
        <ul className="example-cards">
          {examples.map((key) => (
            <Example key={key} text={t(`home.example.${key}`)} />
          ))}
        </ul>
      </section>
      <section className="home-section" aria-labelledby="office-does">
        <h2 id="office-does">{t('home.office.title')}</h2>
        <ol className="home-steps">
          {steps.map(([key, Icon]) => (
            <li key={key}>
              <Icon size={20} strokeWidth={1.9} aria-hidden />
              <h3>{t(`home.office.${key}.title`)}</h3>
              <p>{t(`home.office.${key}.text`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <District />
      <p className="home-foot">
        <Rocket size={16} strokeWidth={1.9} aria-hidden />
        <span>
          {t('startUps.linkText')} <Link href="/startups">{t('startUps.link')}</Link>
        </span>
      </p>
      <p className="home-foot">
        <Factory size={16} strokeWidth={1.9} aria-hidden />
        <span>
          {t('home.visitor.account')} <Link href="/sign-in">{t('account.signIn')}</Link>
        </span>
      </p>
    </div>
  )
}

const briefOf = (text: string) => briefPath({ ...emptyBrief, text: text.trim() })

/** What somebody needs, in a sentence; Enter asks, as there is one question alone. */
function NeedBox() {
  const { t } = useWords()
  const [, go] = useLocation()
  const [text, setText] = useState('')
  const ask = () => {
    if (text.trim()) go(briefOf(text))
  }
  return (
    <form
      className="need-box"
      role="search"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        ask()
      }}
    >
      <label htmlFor="need" className="visually-hidden">
        {t('home.visitor.need')}
      </label>
      <textarea
        id="need"
        rows={2}
        maxLength={500}
        placeholder={t('home.visitor.placeholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onEnter(ask)}
      />
      <Button look="primary" type="submit">
        {t('home.visitor.find')}
        <ArrowRight size={16} strokeWidth={1.9} aria-hidden />
      </Button>
    </form>
  )
}

function Example({ text }: { text: string }) {
  const { t, format } = useWords()
  const { data } = useQuery({
    queryKey: ['search', text, 'count'],
    staleTime: 300_000,
    queryFn: ({ signal }) => api.get('/api/search', { query: { q: text, top: 1 }, signal }),
  })
  const found = data?.boards.filter(({ count }) => count > 0).map(({ board, count }) => t(`${board}.count`, { count }))
  return (
    <li>
      <Link href={briefOf(text)}>
        <span className="tag">{t('home.example.tag')}</span>
        <span className="example-text">{text}</span>
        <span className="example-found nums">
          {found && format.list(found)}
          <ArrowRight size={14} strokeWidth={1.9} aria-hidden />
        </span>
      </Link>
    </li>
  )
}

function District() {
  const words = useWords()
  const { t, format } = words
  const schema = useSchema('sites')
  const { data: buildings } = useQuery({
    queryKey: ['buildings', 'everything'],
    staleTime: 300_000,
    queryFn: ({ signal }) => readAll('/api/buildings', signal),
  })
  const { data: sites } = useFound('sites', 500)
  const { data: centres } = useFound('research', 1)
  const { data: programmes } = useProgrammes()
  const spots = useMemo(() => spotsOf(buildings ?? [], sites?.matches ?? []), [buildings, sites])
  // A list that was cut off would add up to less than there is.
  const whole = sites && sites.count === sites.matches.length
  const district = (code: string) => describeValue(code, schema.byCode.get('district'), words)
  const figures = [
    ['spaces', sites?.count, requirementPath('sites', [])],
    ['buildings', buildings?.length, undefined],
    ['centres', centres?.count, requirementPath('research', [])],
    ['programmes', programmes?.items.length, '/programmes'],
  ] as const
  return (
    <section className="home-section" aria-labelledby="district">
      <h2 id="district">{t('home.district.title')}</h2>
      <div className="district">
        <div className="district-text">
          <dl className="kpis">
            {figures.map(([key, value, link]) => (
              <div key={key}>
                <dt>{t(`home.district.${key}`)}</dt>
                <dd className="nums">
                  {value === undefined ? (
                    '–'
                  ) : link ? (
                    <Link href={link}>{format.number(value)}</Link>
                  ) : (
                    format.number(value)
                  )}
                </dd>
              </div>
            ))}
          </dl>
          <h3>{t('home.district.where')}</h3>
          <ul className="district-bars">
            {whole &&
              byDistrict(spots).map(({ district: code, free }, _, all) => (
                <li key={code}>
                  <Link href={requirementPath('sites', inDistrict(code))}>{district(code)}</Link>
                  <span className="bar-track" aria-hidden="true">
                    <span style={{ width: `${(100 * free) / all[0]!.free}%` }} />
                  </span>
                  <span className="nums">{t('home.district.free', { count: free })}</span>
                </li>
              ))}
          </ul>
        </div>
        <div className="district-picture">
          <DistrictMap spots={spots} />
        </div>
      </div>
    </section>
  )
}

const inDistrict = (code: string): Criterion[] => [
  { attribute: 'district', op: 'anyOf', values: [code], strength: 'must', weight: 5 },
]

/** Everything on a board: no criteria leave nothing out. */
function useFound(board: 'sites' | 'research', top: number) {
  return useQuery({
    queryKey: ['match', board, 'everything', top],
    staleTime: 300_000,
    queryFn: ({ signal }) =>
      api.post('/api/boards/{board}/match', { path: { board }, body: { criteria: [], top }, signal }),
  })
}
