import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'wouter'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import { useWords } from '../../i18n/i18n'
import { PagedTable } from '../../kit/charts/PagedTable'
import { ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { sideName } from '../../introductions/status'
import './figures.css'
import { askedBy } from './figures'
import { figureName } from './names'

/** The introductions that one figure counts, at an address of their own. */
export function FigureList() {
  const words = useWords()
  const { t, format } = words
  const [search] = useSearchParams()
  const asked = askedBy(search)
  const sites = useSchema('sites')
  const figure = search.get('figure') ?? ''
  const after = search.get('after')
  const { data, error, isPending } = useQuery({
    queryKey: ['figures', 'introductions', figure, after, asked],
    queryFn: ({ signal }) =>
      api.get('/api/figures/introductions', { query: { ...asked, figure, ...(after && { after }) }, signal }),
  })
  return (
    <div className="page figures">
      <PageHeading title={figureName(figure, words, sites)} />
      <p className="meta">
        {t('admin.period', { from: format.day(asked.from), to: format.day(asked.to) })} ·{' '}
        <Link href={`/figures?${new URLSearchParams({ ...asked }).toString()}`}>{t('nav.figures')}</Link>
      </p>
      <ProblemNotice error={error} />
      {isPending && !error && <p className="meta">{t('loading')}</p>}
      {data && (
        <PagedTable
          title={figureName(figure, words, sites)}
          head={['pair', 'board', 'state', 'moved', 'officer'].map((name) => t(`figures.list.${name}`))}
          rows={data.items.map((introduction) => [
            <Link key="pair" href={`/desk/${encodeURIComponent(introduction.id)}`}>
              {sideName(introduction.seeker, words).text} × {sideName(introduction.counterpart, words).text}
            </Link>,
            t(`nav.${introduction.board}`),
            introduction.outcome ? t(`desk.outcome.${introduction.outcome}`) : t(`desk.state.${introduction.state}`),
            format.instant(introduction.movedAt),
            introduction.officer ?? t('figures.unknown'),
          ])}
          next={data.next}
          none={t('figures.none')}
        />
      )}
    </div>
  )
}
