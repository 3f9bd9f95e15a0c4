import { Link } from 'wouter'
import { useWords } from '../../../i18n/i18n'
import { type DistrictFigure, firmsOf, isTold } from './district'

/** A number of firms that opens their list, with the needs that a step would open; none is a dash. */
export function FirmCount({
  figure,
  name,
  inWords = false,
}: {
  figure: DistrictFigure
  name: string
  /** Says what is counted, where no heading does. */
  inWords?: boolean
}) {
  const { t, format } = useWords()
  if (!isTold(figure)) return <span className="meta">{t('district.withheld')}</span>
  const { firms, needs } = figure
  if (firms === 0) return <span>–</span>
  const count = t('district.count', { count: firms })
  return (
    <>
      {typeof needs === 'number' && inWords && `${t('district.needs', { count: needs })} · `}
      <Link href={firmsOf(figure.figure)} aria-label={`${name}: ${count}`}>
        {inWords ? count : format.number(firms, 0)}
      </Link>
    </>
  )
}
