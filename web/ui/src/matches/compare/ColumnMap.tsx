import type { ReactNode } from 'react'
import { DrawnMap } from '../../map/drawn/DrawnMap'
import { classOf } from '../../score/scoreClass'
import type { Column } from './comparison'

/** Where columns are, by what each is called. None known: nothing. */
export function ColumnMap({
  columns,
  callOf,
  ...map
}: {
  columns: readonly Column[]
  callOf: (index: number) => string
  className: string
  label: string
  caption?: ReactNode
}) {
  const marks = columns.flatMap(({ place: { location }, match }, index) =>
    location ? { at: location, sign: callOf(index), look: match ? ` score-${classOf(match.score)}` : '' } : [],
  )
  return <DrawnMap marks={marks} {...map} />
}
