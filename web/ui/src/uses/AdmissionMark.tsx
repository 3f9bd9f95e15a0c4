import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import type { Places } from '../api/records'
import { buildingOf } from '../api/records'
import type { UseVerdict } from '../api/types'
import { useWords } from '../i18n/i18n'
import { admits, worst } from './admits'
import './uses.css'

const icons = { fits: CircleCheck, needsPermission: CircleHelp, doesNotFit: CircleX, unknown: CircleHelp }

/** Shortly, whether the operators of these spaces take the seeker's industry in; the source stands in the details. */
export default function AdmissionMark({
  ids,
  places,
  industry,
}: {
  /** One space, or several that are taken together. */
  ids: readonly string[]
  places: Places
  /** Of the enterprise that seeks. */
  industry: string
}) {
  const records = ids.map((id) => places.records.get(id))
  if (records.includes(undefined)) return null
  return (
    <AdmissionWord
      verdict={worst(
        records.map((record) =>
          admits(industry, {
            ...places.buildings.get(buildingOf(ids[0]!))?.values,
            ...record!.inherited,
            ...record!.values,
          }),
        ),
      )}
    />
  )
}

export function AdmissionWord({ verdict = 'unknown' as const }: { verdict: UseVerdict | 'unknown' | undefined }) {
  const { t } = useWords()
  const Icon = icons[verdict]
  return (
    <p className={`admission-mark use-word ${verdict}`}>
      <Icon size={14} strokeWidth={1.9} aria-hidden />
      {t(`admission.${verdict}`)}
    </p>
  )
}
