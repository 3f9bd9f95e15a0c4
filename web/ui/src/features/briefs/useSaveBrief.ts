import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useLocation } from 'wouter'
import { api } from '../../api/client'
import { useMe } from '../../api/session'
import { useSave } from '../../api/useSave'
import type { BriefState } from '../../brief/address'
import { forgetBrief } from '../../brief/useBrief'
import { useWords } from '../../i18n/i18n'
import { combinedFor, soughtBy } from '../../kinds/boards'
import { partyOf } from '../../kinds/kinds'
import { isComplete } from '../../requirement/draft'

const longestName = 80

/** Keeps a Brief with a standing demand for each board of which it asks something; undefined: the reader cannot. */
export function useSaveBrief(brief: BriefState, tab: string) {
  const { t } = useWords()
  const { me } = useMe()
  const cache = useQueryClient()
  const [, go] = useLocation()
  const { run, error } = useSave()
  // What a failed attempt has made already is not made twice.
  const made = useRef(new Map<string, string>())
  const owner = partyOf(me)
  const asked = (me && !me.owner ? soughtBy(me.firm ? 'firm' : 'enterprise') : []).flatMap((board) => {
    const criteria = (brief.criteria[board] ?? []).filter(isComplete)
    return criteria.length > 0 ? [{ board, criteria }] : []
  })
  if (!owner || asked.length === 0) return { save: undefined, error }
  const name = brief.text.slice(0, longestName) || t('demand.unnamed')
  const save = async () => {
    const demands: string[] = []
    for (const { board, criteria } of asked) {
      const combine = combinedFor(board, criteria, brief.combine)
      const body = { board, owner, name, criteria, ...(combine !== undefined && { combine }) }
      const key = JSON.stringify(body)
      const held = made.current.get(key) ?? (await api.post('/api/demands', { body })).id
      made.current.set(key, held)
      demands.push(held)
    }
    const saved = await api.post('/api/briefs', {
      body: { owner, name, ...(brief.text && { text: brief.text }), demands },
    })
    await Promise.all([
      cache.invalidateQueries({ queryKey: ['demands'] }),
      cache.invalidateQueries({ queryKey: ['briefs', 'list'] }),
    ])
    forgetBrief()
    go(`/briefs/${saved.id}?tab=${tab}`)
  }
  return { save: () => void run(save), error }
}
