import { useQuery } from '@tanstack/react-query'
import { useSchema } from '../../../api/boards'
import { api, type Schemas } from '../../../api/client'
import { useBuildings } from '../../../api/records'
import { useProgrammeName } from '../../../funding/useProgrammes'
import { useWords } from '../../../i18n/i18n'
import { describeValue } from '../../../score/describe'
import { useUpgradeList } from '../../../upgrade/queries'

export type District = Schemas['DistrictReport']
export type DistrictFigure = Schemas['DistrictFigure']

/** A figure that is told. */
export type Told = DistrictFigure & { firms: number }

export const isTold = (figure: DistrictFigure): figure is Told => typeof figure.firms === 'number'

const key = ['upgrades', 'district']

export const useDistrict = () =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => api.get('/api/upgrades/district', { signal }) })

/** The firms behind a figure, a page of them. */
export const useDistrictFirms = (figure: string, after: string | null) =>
  useQuery({
    queryKey: [...key, figure, after],
    queryFn: ({ signal }) =>
      api.get('/api/upgrades/district/firms', { query: { figure, ...(after && { after }) }, signal }),
  })

/** The page with the firms behind a figure. */
export const firmsOf = (figure: string) => `/upgrades?${new URLSearchParams({ figure }).toString()}`

/** What the key of a figure counts: a kind of figure, and what it is of. */
export function readFigure(figure: string) {
  const at = figure.indexOf(':')
  const [kind, of] = at < 0 ? [figure, ''] : [figure.slice(0, at), figure.slice(at + 1)]
  return { kind, of: of === '' ? [] : kind === 'level' ? of.split('-') : [of] }
}

/** What figures count, in the reader's language; a code stands for itself while its name is read. */
export function useFigureNames(buildings: string[]) {
  const words = useWords()
  const { t, text } = words
  const industries = useSchema('partners').byCode.get('industries')
  const { data: list } = useUpgradeList()
  const programmeName = useProgrammeName()
  const places = useBuildings(buildings)
  const levelName = (levels: string[]) => {
    const [first, ...more] = levels.filter((level) => level !== 'unknown')
    if (first === undefined) return t('district.unknown')
    const name = text(list?.levels.find(({ level }) => String(level) === first)?.name)
    const stated =
      more.length > 0
        ? t('district.joined', { from: first, to: more.at(-1)! })
        : [first, name].filter(Boolean).join(' ')
    return levels.includes('unknown') ? t('district.orUnknown', { level: stated }) : stated
  }
  const nameOf = (figure: string) => {
    const { kind, of } = readFigure(figure)
    const [code = ''] = of
    switch (kind) {
      case 'level':
        return levelName(of)
      case 'sector':
        return describeValue([code], industries, words)
      case 'building':
        return text(places.get(code)?.name) || text(places.get(code)?.address) || code
      case 'symptom':
        return text(list?.symptoms.find((symptom) => symptom.code === code)?.name) || code
      case 'opens':
        return text(list?.steps.find(({ id }) => id === code)?.name) || code
      case 'unused':
        return programmeName(code)
      default:
        return t(`district.${kind}`)
    }
  }
  return { nameOf, places }
}
