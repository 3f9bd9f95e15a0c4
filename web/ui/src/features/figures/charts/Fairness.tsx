import { useQuery } from '@tanstack/react-query'
import { api, type Schemas } from '../../../api/client'
import { useWords } from '../../../i18n/i18n'
import { ChartCard } from '../../../kit/charts/ChartCard'
import { ProblemNotice } from '../../../kit/Notice'
import type { Asked } from '../figures'
import { pointsApart, shareOf } from '../fairness'
import { Count } from './Count'

type Share = Schemas['FairShare']

const kinds = ['Shown', 'Offered', 'Introduced'] as const
const drawn = 8

/** What owners and firms got, beside what their facts deserve. */
export function Fairness({ asked }: { asked: Asked }) {
  const { t, text, format } = useWords()
  const { data, error } = useQuery({
    queryKey: ['figures', 'fairness', asked],
    queryFn: ({ signal }) => api.get('/api/figures/fairness', { query: asked, signal }),
  })
  if (error) return <ProblemNotice error={error} />
  if (!data || data.shown + data.offered + data.introduced === 0) return null
  const name = ({ party, name }: Share) => (party ? text(name) || party : t('figures.fair.rest'))
  const rows = [...data.parties, ...(data.rest ? [data.rest] : [])]
  const totals = { Shown: data.shown, Offered: data.offered, Introduced: data.introduced }
  const first = rows.slice(0, drawn)
  const most = Math.max(
    1,
    ...first.flatMap((share) => [shareOf(share.shown, data.shown), shareOf(share.expectedShown, data.shown)]),
  )
  const percent = (value: number) => `${format.number(value, 1)}%`
  return (
    <ChartCard
      title={t('figures.fair.title')}
      note={t('figures.fair.note')}
      table={{
        head: [
          t('figures.exposure.party'),
          ...kinds.flatMap((kind) => [
            t(`figures.exposure.${kind.toLowerCase()}`),
            t('figures.fair.expected', { what: t(`figures.exposure.${kind.toLowerCase()}`) }),
          ]),
        ],
        rows: rows.map((share) => [
          name(share),
          ...kinds.flatMap((kind) => {
            const key = kind.toLowerCase() as 'shown' | 'offered' | 'introduced'
            return [
              share.party ? (
                <Count key={key} figure={`${key}:${share.party}`} count={share[key]} asked={asked} />
              ) : (
                format.number(share[key])
              ),
              totals[kind] > 0 ? format.number(share[`expected${kind}`], 1) : '–',
            ]
          }),
        ]),
      }}
    >
      <ul className="fair-rows">
        {first.map((share) => {
          const [real, expected] = [shareOf(share.shown, data.shown), shareOf(share.expectedShown, data.shown)]
          const apart = pointsApart(real, expected)
          return (
            <li key={share.party}>
              <span>{name(share)}</span>
              <span className="fair-track" aria-hidden="true">
                <span
                  className="fair-gap"
                  style={{
                    insetInlineStart: `${(100 * Math.min(real, expected)) / most}%`,
                    width: `${(100 * Math.abs(real - expected)) / most}%`,
                  }}
                />
                <span className="fair-expected" style={{ insetInlineStart: `${(100 * expected) / most}%` }} />
                <span className="fair-real" style={{ insetInlineStart: `${(100 * real) / most}%` }} />
              </span>
              <span className="nums">
                <b>{percent(real)}</b>{' '}
                <span className="meta">{t('figures.fair.deserves', { share: percent(expected) })}</span>
              </span>
              <span className="meta nums">
                {apart === 0
                  ? t('figures.same')
                  : t(apart > 0 ? 'figures.fair.more' : 'figures.fair.fewer', {
                      count: format.number(Math.abs(apart), 1),
                    })}
              </span>
            </li>
          )
        })}
      </ul>
      <p className="chart-key meta">
        <span className="fair-real" aria-hidden="true" /> {t('figures.fair.real')}
        <span className="fair-expected" aria-hidden="true" /> {t('figures.fair.expectedShare')}
      </p>
      <p className="meta">{t('figures.fair.rule')}</p>
    </ChartCard>
  )
}
