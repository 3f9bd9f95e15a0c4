import { useMemo } from 'react'
import { Link } from 'wouter'
import { usePlaces } from '../../api/records'
import type { Schemas } from '../../api/client'
import type { Demand } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { placeOf } from '../../matches/list/names'
import { PartyName } from '../../records/PartyName'
import { classOf } from '../../score/scoreClass'
import { ScoreTile } from '../../score/ScoreTile'

export type Allocation = Schemas['AllocationReport']

// The height of a row in the drawing, which is stretched over all of them.
const row = 56

/** Each project beside its site; those without one below, with lines to what they compete for. */
export function Picture({ allocation, demands }: { allocation: Allocation; demands: Demand[] }) {
  const words = useWords()
  const { t, text } = words
  const { placed, unplaced, witness } = allocation
  const spaces = useMemo(() => placed.map(({ space }) => space), [placed])
  const places = usePlaces('sites', spaces)
  const nameOf = (id: string) => text(demands.find((demand) => demand.id === id)?.name) || id
  const rows = [...placed.map(({ demand }) => demand), ...unplaced]
  const contested = new Set(witness?.demands)
  return (
    <>
      <h2>
        {unplaced.length === 0
          ? t('allocation.everybody', { count: placed.length })
          : t('allocation.some', { placed: placed.length, count: rows.length })}
      </h2>
      {witness && (
        <p className="allocation-witness">
          {witness.spaces.length === 0
            ? t('allocation.nothing', { name: witness.demands.map(nameOf).join(t('allocation.and')) })
            : t('allocation.witness', {
                demands: witness.demands.length,
                count: witness.spaces.length,
                names: witness.demands.map(nameOf).join(t('allocation.and')),
              })}
        </p>
      )}
      <div className="allocation-picture">
        <svg aria-hidden="true" viewBox={`0 0 100 ${rows.length * row}`} preserveAspectRatio="none">
          {placed.map(({ demand, score }, at) => (
            <path key={demand} className={`line-${classOf(score)}`} d={line(at, at)} />
          ))}
          {unplaced
            .filter((demand) => contested.has(demand))
            .flatMap((demand) =>
              witness!.spaces.map((space) => (
                <path
                  key={`${demand} ${space}`}
                  className="line-missing"
                  d={line(rows.indexOf(demand), spaces.indexOf(space))}
                />
              )),
            )}
        </svg>
        <ol>
          {rows.map((demand, at) => (
            <li key={demand} className={contested.has(demand) ? 'contested' : undefined}>
              <span className="allocation-end">
                <Link href={`/demands/${encodeURIComponent(demand)}`}>{nameOf(demand)}</Link>
                <Owner of={demands.find(({ id }) => id === demand)} />
              </span>
              <span className="allocation-end">
                {placed[at] ? (
                  <>
                    <span>{placeOf(placed[at].space, places, words).name}</span>
                    <ScoreTile score={placed[at].score} />
                  </>
                ) : (
                  <b className="nobody">✕ {t('allocation.noSite')}</b>
                )}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </>
  )
}

function Owner({ of }: { of: Demand | undefined }) {
  return (
    of?.owner && (
      <span className="meta">
        <PartyName party={of.owner} />
      </span>
    )
  )
}

const middle = (at: number) => at * row + row / 2

const line = (from: number, to: number) => `M0 ${middle(from)} C50 ${middle(from)} 50 ${middle(to)} 100 ${middle(to)}`
