import { useWords } from '../../../i18n/i18n'
import { ChartCard } from '../../../kit/charts/ChartCard'
import { type DistrictFigure, isTold } from './district'
import { FirmCount } from './FirmCount'

/** One question of the district: a bar for each answer, the largest first, and what is withheld below them. */
export function Bars({
  kind,
  figures,
  nameOf,
}: {
  kind: 'levels' | 'sectors' | 'symptoms' | 'opens' | 'unused'
  figures: readonly DistrictFigure[]
  nameOf: (figure: string) => string
}) {
  const { t, format } = useWords()
  const told = figures.filter(isTold)
  const withheld = figures.filter((figure) => !isTold(figure)).map(({ figure }) => nameOf(figure))
  const lengthOf = ({ firms, needs }: DistrictFigure) => (kind === 'opens' ? needs : firms) ?? 0
  const most = Math.max(1, ...told.map(lengthOf))
  return (
    <ChartCard
      title={t(`district.${kind}.title`)}
      note={t(`district.${kind}.note`)}
      table={{
        head: [
          t(`district.${kind}.of`),
          ...(kind === 'opens' ? [t('district.needsColumn')] : []),
          t('district.countColumn'),
        ],
        rows: figures.map((figure) => [
          nameOf(figure.figure),
          ...(kind === 'opens' ? [typeof figure.needs === 'number' ? format.number(figure.needs, 0) : '–'] : []),
          <FirmCount key="firms" figure={figure} name={nameOf(figure.figure)} />,
        ]),
      }}
    >
      {told.length === 0 && <p className="meta">{t('district.none')}</p>}
      <ul className="bar-rows district-bars">
        {told.map((figure) => (
          <li key={figure.figure}>
            <span>{nameOf(figure.figure)}</span>
            <span className="chart-track" aria-hidden="true">
              <span className="chart-bar" style={{ width: `${(100 * lengthOf(figure)) / most}%` }} />
            </span>
            <span className="nums">
              <FirmCount figure={figure} name={nameOf(figure.figure)} inWords={kind === 'opens'} />
            </span>
          </li>
        ))}
      </ul>
      {withheld.length > 0 && <p className="meta">{t('district.withheldOf', { names: format.list(withheld) })}</p>}
    </ChartCard>
  )
}
