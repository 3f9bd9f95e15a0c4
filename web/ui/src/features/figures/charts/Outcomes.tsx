import { useState } from 'react'
import { useSchema } from '../../../api/boards'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { ChartCard } from '../../../kit/charts/ChartCard'
import { goodOutcomes, outcomes } from '../../../introductions/outcomes'
import { type Asked, dividedBy, type Period } from '../figures'
import { divisionName } from '../names'
import { Count } from './Count'

const divisions = ['board', 'officer', 'industry', 'district'] as const

/** What came of the introductions that were concluded, divided as the reader chooses. */
export function Outcomes({ now, asked }: { now: Period; asked: Asked }) {
  const words = useWords()
  const { t, format } = words
  const sites = useSchema('sites')
  const [by, setBy] = useState<(typeof divisions)[number]>('board')
  const rows = dividedBy(by, now)
  const most = Math.max(1, ...rows.map(({ total }) => total))
  const name = (of: string) => divisionName(by, of, words, sites)
  return (
    <ChartCard
      title={t('figures.outcomes.heading')}
      note={t('figures.outcomes.note')}
      table={{
        head: [t(`figures.by.${by}`), ...outcomes.map((outcome) => t(`desk.outcome.${outcome}`))],
        rows: rows.map(({ of, outcomes: counts }) => [
          name(of),
          ...outcomes.map((outcome) => (
            <Count key={outcome} figure={`outcome:${by}:${of}:${outcome}`} count={counts[outcome]} asked={asked} />
          )),
        ]),
      }}
    >
      <div className="chart-by row no-print" role="group" aria-label={t('figures.outcomes.divide')}>
        {divisions.map((division) => (
          <Button
            key={division}
            look={['small', 'pill']}
            aria-pressed={by === division}
            onClick={() => setBy(division)}
          >
            {t(`figures.by.${division}`)}
          </Button>
        ))}
      </div>
      {rows.length === 0 && <p className="meta">{t('figures.none')}</p>}
      <ul className="bar-rows">
        {rows.map(({ of, outcomes: counts, total }) => {
          const reached = goodOutcomes.reduce((all, outcome) => all + (counts[outcome] ?? 0), 0)
          return (
            <li key={of}>
              <span>{name(of)}</span>
              <span className="chart-track" aria-hidden="true">
                <span className="chart-bar" style={{ width: `${(100 * reached) / most}%` }} />
                <span className="chart-bar hatched" style={{ width: `${(100 * (total - reached)) / most}%` }} />
              </span>
              <span className="nums">
                {t('figures.outcomes.of', { count: format.number(reached), all: format.number(total) })}
              </span>
            </li>
          )
        })}
      </ul>
      <p className="chart-key meta">
        <span className="chart-bar" aria-hidden="true" /> {t('figures.outcomes.good')}
        <span className="chart-bar hatched" aria-hidden="true" /> {t('figures.outcomes.other')}
      </p>
    </ChartCard>
  )
}
