import { Link, useSearchParams } from 'wouter'
import { useWords } from '../../../i18n/i18n'
import { PagedTable } from '../../../kit/charts/PagedTable'
import { ProblemNotice } from '../../../kit/Notice'
import { PageHeading } from '../../../kit/PageHeading'
import './district.css'
import { readFigure, useDistrictFirms, useFigureNames } from './district'

const kinds = ['level', 'sector', 'building', 'symptom', 'opens', 'unused']

/** The firms that one figure counts, at an address of their own. */
export function DistrictList({ figure }: { figure: string }) {
  const { t, text } = useWords()
  const [search] = useSearchParams()
  const after = search.get('after')
  const { kind, of } = readFigure(figure)
  const { nameOf } = useFigureNames(kind === 'building' ? of : [])
  const { data, error, isPending } = useDistrictFirms(figure, after)
  const title = kinds.includes(kind)
    ? t(`district.list.${kind}`, { name: nameOf(figure) })
    : ['firms', 'elsewhere'].includes(kind)
      ? nameOf(figure)
      : t('district.title')
  return (
    <div className="page district-figures">
      <PageHeading title={title} />
      <p className="meta">
        {t('district.list.note')} <Link href="/upgrades">{t('district.title')}</Link>
      </p>
      <ProblemNotice error={error} />
      {isPending && !error && <p className="meta">{t('loading')}</p>}
      {data && (
        <PagedTable
          title={title}
          head={[t('district.list.firm'), t('nav.upgrade')]}
          rows={data.items.map(({ id, name, sample }) => [
            <>
              <Link href={`/firms/${id}`}>{text(name) || id}</Link>{' '}
              {sample && <span className="tag sample">{t('sample')}</span>}
            </>,
            <Link
              key="path"
              href={`/firms/${id}/upgrade`}
              aria-label={`${t('district.list.path')}: ${text(name) || id}`}
            >
              {t('district.list.path')}
            </Link>,
          ])}
          next={data.next}
          none={t('district.list.none')}
        />
      )}
    </div>
  )
}
