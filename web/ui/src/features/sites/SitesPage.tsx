import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useSchema } from '../../api/boards'
import { request } from '../../api/client'
import { partyOf, useMe } from '../../api/session'
import type { Criterion, Demand } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { ProblemNotice } from '../../kit/Notice'
import { MatchBoard } from '../../matches/MatchBoard'
import { useAdHoc } from '../../matches/useAdHoc'
import { examples, isComplete } from '../../requirement/draft'
import { RequirementBar } from '../../requirement/RequirementBar'
import type { FieldErrors } from '../../requirement/RequirementEditor'
import { usePersonalRequirement } from './usePersonalRequirement'

/** A requirement that is not saved, for anybody: it is matched as it changes. */
export function SitesPage() {
  const { t } = useWords()
  const schema = useSchema()
  const { criteria, setCriteria, example } = usePersonalRequirement()
  const complete = useMemo(() => criteria.filter(isComplete), [criteria])
  const live = useAdHoc(complete)
  const examplesBar = (
    <div className="row">
      <span className="meta">{t('requirement.examples')}</span>
      {examples.map(({ key, criteria: chosen }) => <Button key={key} look="small" onClick={() => setCriteria(chosen)}>{t(`example.${key}`)}</Button>)}
      {criteria.length > 0 && <Button look={['small', 'quiet']} onClick={() => setCriteria([])}>{t('requirement.clear')}</Button>}
    </div>
  )
  return (
    <>
      <RequirementBar title={example ? t('sites.titleExample', { name: t(`example.${example}`) }) : t('sites.title')} criteria={criteria} schema={schema}
        errors={placed(live.errors, criteria)} onChange={setCriteria} after={<SaveButton criteria={complete} />} editorStart={examplesBar} />
      <ProblemNotice error={live.failure} />
      <MatchBoard live={live} schema={schema} criteria={complete} report={live.report} onApply={setCriteria}
        note={criteria.length === 0 ? t('requirement.empty') : example ? t('sites.exampleNote') : undefined} />
    </>
  )
}

/** Only complete criteria were sent; a message belongs to the place that its criterion has on screen. */
function placed(errors: FieldErrors, criteria: Criterion[]): FieldErrors {
  const positions = criteria.flatMap((criterion, index) => (isComplete(criterion) ? [index] : []))
  return Object.fromEntries(Object.entries(errors).map(([path, messages]) =>
    [path.replace(/^criteria\[(\d+)\]/, (_, index: string) => `criteria[${positions[Number(index)]}]`), messages]))
}

function SaveButton({ criteria }: { criteria: Criterion[] }) {
  const { t } = useWords()
  const { me } = useMe()
  const [, go] = useLocation()
  const cache = useQueryClient()
  const [error, setError] = useState<unknown>()
  const owner = partyOf(me)
  if (!owner || me?.owner || criteria.length === 0) return null
  const save = async () => {
    try {
      const demand = await request<Demand>('/api/demands', { method: 'POST', body: { board: 'sites', owner, name: t('demand.unnamed'), criteria } })
      await cache.invalidateQueries({ queryKey: ['demands'] })
      go(`/demands/${demand.id}`)
    } catch (failure) {
      setError(failure)
    }
  }
  return <><Button onClick={() => void save()}>{t('requirement.save')}</Button><ProblemNotice error={error} /></>
}
