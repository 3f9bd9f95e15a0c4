import { Download, Printer } from 'lucide-react'
import { Link, useSearchParams } from 'wouter'
import { linkTo } from '../../../api/client'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { ProblemNotice } from '../../../kit/Notice'
import { PageHeading } from '../../../kit/PageHeading'
import { Bars } from './Bars'
import { type District, isTold, useDistrict, useFigureNames } from './district'
import './district.css'
import { DistrictList } from './DistrictList'
import { DistrictMap } from './DistrictMap'
import { FirmCount } from './FirmCount'

/** Where the district's manufacturers stand and what they lack, or with `?figure=` the firms behind one number. */
export default function DistrictPage() {
  const [search] = useSearchParams()
  const figure = search.get('figure')
  return figure ? <DistrictList figure={figure} /> : <Figures />
}

function Figures() {
  const { t, format, language } = useWords()
  const { data, error, isPending } = useDistrict()
  const isEmpty = data && !isTold(data.firms)
  return (
    <div className="page district-figures">
      <div className="page-head">
        <PageHeading title={t('district.title')} />
        {data && !isEmpty && (
          <div className="row no-print">
            <Button onClick={() => window.print()}>
              <Printer size={16} strokeWidth={1.9} aria-hidden /> {t('district.print')}
            </Button>
            <a className="button" href={linkTo('/api/upgrades/district.xlsx', { query: { language } })} download>
              <Download size={16} strokeWidth={1.9} aria-hidden /> {t('figures.export', { kind: 'XLSX' })}
            </a>
          </div>
        )}
      </div>
      {data && <p className="meta">{t('district.about', { day: format.day(data.on) })}</p>}
      <ProblemNotice error={error} />
      {isPending && !error && <p className="meta">{t('loading')}</p>}
      {isEmpty && (
        <section className="card">
          <h2>{t('district.empty.title')}</h2>
          <p>{t('district.empty.text')}</p>
          <p>
            <Link href="/firms">{t('nav.firms')}</Link>
          </p>
        </section>
      )}
      {data && !isEmpty && <Sections district={data} />}
    </div>
  )
}

function Sections({ district }: { district: District }) {
  const { t } = useWords()
  const { firms, levels, sectors, buildings, elsewhere, symptoms, opens, unused } = district
  const { nameOf, places } = useFigureNames(buildings.flatMap(({ of }) => of))
  return (
    <>
      <dl className="card kpis district-answers">
        <div>
          <dt>{t('district.firms')}</dt>
          <dd className="nums">
            <FirmCount figure={firms} name={t('district.firms')} />
          </dd>
        </div>
        {([symptoms, opens, unused] as const).map(([first], at) => {
          const question = (['symptom', 'opens', 'unused'] as const)[at]!
          return (
            <div key={question}>
              <dt>{t(`district.top.${question}`)}</dt>
              {first && isTold(first) ? (
                <dd>
                  <b>{nameOf(first.figure)}</b>{' '}
                  <span className="meta">
                    <FirmCount figure={first} name={nameOf(first.figure)} inWords />
                  </span>
                </dd>
              ) : (
                <dd>–</dd>
              )}
            </div>
          )
        })}
      </dl>
      <div className="chart-grid district-charts">
        <div>
          <Bars kind="levels" figures={levels} nameOf={nameOf} />
          <DistrictMap figures={buildings} elsewhere={elsewhere} nameOf={nameOf} places={places} />
          <Bars kind="opens" figures={opens} nameOf={nameOf} />
          <Bars kind="unused" figures={unused} nameOf={nameOf} />
        </div>
        <div>
          <Bars kind="symptoms" figures={symptoms} nameOf={nameOf} />
          <Bars kind="sectors" figures={sectors} nameOf={nameOf} />
        </div>
      </div>
      <p className="meta">{t('district.rule')}</p>
    </>
  )
}
