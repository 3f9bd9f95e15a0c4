import { Link } from 'wouter'
import type { GatePreview } from './types'
import { buildingOf, usePlaces } from '../../api/records'
import { useWords } from '../../i18n/i18n'
import { placeOf } from '../../matches/list/names'
import { useDemands } from '../../records/useDemands'
import { UseWord } from '../../uses/Gates'
import { type GateWords, labelIn } from './words'

/** Whose verdicts and matches would be others. */
export function PreviewOf({ preview, words }: { preview: GatePreview; words: GateWords }) {
  const say = useWords()
  const { t, text, format } = say
  const places = usePlaces(
    'sites',
    preview.spaces.map(({ space }) => space),
  )
  const { data: demands } = useDemands()
  const nameOf = (id: string) => text(demands?.find((demand) => demand.id === id)?.name) || id
  const { on, spaceCount, spaces, gaining, losing, appeared, gone } = preview
  return (
    <>
      <h3>{t('gateTable.would', { count: spaceCount, day: format.day(on) })}</h3>
      <ul className="gate-counts">
        {preview.verdicts.map(({ use, before, after, spaces: count }) => (
          <li key={`${use} ${before} ${after}`}>
            {labelIn(words.uses, use)}: <UseWord verdict={before} /> → <UseWord verdict={after} />{' '}
            <b className="nums">{t('gateTable.spaces', { count })}</b>
          </li>
        ))}
      </ul>
      <p>{t('gateTable.demands', { gaining, losing, appeared, gone })}</p>
      {preview.demands.length > 0 && (
        <ul>
          {preview.demands.map((demand) => (
            <li key={demand.demand}>
              <Link href={`/demands/${encodeURIComponent(demand.demand)}`}>{nameOf(demand.demand)}</Link>{' '}
              <span className="meta nums">
                +{demand.appeared} −{demand.gone}
              </span>
            </li>
          ))}
        </ul>
      )}
      {spaces.length > 0 && (
        <details>
          <summary>{t('gateTable.firstSpaces', { count: spaces.length })}</summary>
          <ul>
            {spaces.map(({ space, uses }) => (
              <li key={space}>
                <Link href={`/buildings/${encodeURIComponent(buildingOf(space))}`}>
                  {placeOf(space, places, say).name}
                </Link>
                {': '}
                {uses.map(({ use, before, after }) => (
                  <span key={use} className="gate-use">
                    {labelIn(words.uses, use)} <UseWord verdict={before} /> → <UseWord verdict={after} />
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
