import { useQuery } from '@tanstack/react-query'
import type { Schema } from '../api/boards'
import { api } from '../api/client'
import type { Profiled } from '../api/records'
import { useMe } from '../api/session'
import type { Building, UseVerdict } from '../api/types'
import { useWords } from '../i18n/i18n'
import { UseWord } from './Gates'

const campuses = ['sciencePark', 'cyberport', 'hetao']

/** Whether the space's operator takes the reader's own industry in, asked for or not. */
export function AdmissionLine({
  record,
  building,
  schema,
}: {
  record: Profiled | undefined
  building: Building | undefined
  schema: Schema
}) {
  const { t, text } = useWords()
  const { me } = useMe()
  const id = me?.enterprise ?? ''
  const own = useQuery({
    queryKey: ['enterprises', id],
    enabled: id !== '',
    queryFn: ({ signal }) => api.get('/api/enterprises/{id}', { path: { id }, signal }),
  })
  const industry = own.data?.industry
  if (!industry || !record) return null
  const label = schema.byCode.get('admission')?.values?.find(({ code }) => code === industry)?.label
  return (
    <p className="admission">
      <span>{t('admission.yours', { industry: text(label) || industry })}</span>{' '}
      <UseWord verdict={admits(industry, { ...building?.values, ...record.values })} />
    </p>
  )
}

/** As stated; where nobody states it, everybody outside the campuses. */
export function admits(industry: string, values: Profiled['values']): UseVerdict | undefined {
  const { admission, district } = values
  if (typeof admission === 'object' && !Array.isArray(admission))
    return (admission as Record<string, UseVerdict>)[industry]
  return typeof district === 'string' && !campuses.includes(district) ? 'fits' : undefined
}
