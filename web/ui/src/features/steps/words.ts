import { useMemo } from 'react'
import { useSchema } from '../../api/boards'
import type { Schemas } from '../../api/client'
import type { Attribute, ListItem } from '../../api/types'
import { useProgrammes } from '../../funding/useProgrammes'
import { useWords } from '../../i18n/i18n'
import { useUpgradeList } from '../../upgrade/queries'

export type StepRow = Schemas['UpgradeStep']
export type StepPreview = Schemas['StepPreview']

/** The fields of a step that are lists of codes. */
export const listFields = ['symptoms', 'builders', 'fields', 'programmes', 'training', 'needs'] as const
export type ListField = (typeof listFields)[number]

/** What the codes of the table are called. */
export interface StepWords {
  dimensions: ListItem[]
  certifications: ListItem[]
  lists: Record<ListField, ListItem[]>
  nameOf: (items: ListItem[], code: string) => string
}

export function useStepWords(): StepWords {
  const { text } = useWords()
  const { data: list } = useUpgradeList()
  const { data: programmes } = useProgrammes()
  const partners = useSchema('partners')
  const research = useSchema('research')
  const sites = useSchema('sites')
  return useMemo(() => {
    const named = (terms: readonly { code: string; name: ListItem['label'] }[] = []): ListItem[] =>
      terms.map(({ code, name }) => ({ code, label: name }))
    const paying = named(programmes?.items.map(({ id, name }) => ({ code: id, name })))
    const values = (attribute: Attribute | undefined) => attribute?.values ?? []
    return {
      dimensions: named(list?.dimensions),
      certifications: values(partners.byCode.get('certifications')),
      lists: {
        symptoms: named(list?.symptoms),
        builders: values(partners.byCode.get('capabilities')),
        fields: values(research.byCode.get('fields')),
        programmes: paying,
        training: paying,
        needs: sites.attributes.map(({ code, label }) => ({ code, label })),
      },
      nameOf: (items, code) => text(items.find((item) => item.code === code)?.label) || code,
    }
  }, [list, programmes, partners, research, sites, text])
}
