import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useSchema } from '../api/boards'
import { api } from '../api/client'
import { useMe } from '../api/session'
import { partyOf } from '../kinds/kinds'
import type { BoardCode, Criterion } from '../api/types'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { CopyLink } from '../kit/CopyLink'
import { ProblemNotice } from '../kit/Notice'
import { MenuButton } from '../kit/overlays/MenuButton'
import { isComplete } from '../requirement/draft'
import { boards } from '../kinds/boards'
import { RequirementBar } from '../requirement/RequirementBar'
import type { FieldErrors } from '../requirement/errors'
import { usePersonalRequirement } from '../requirement/usePersonalRequirement'
import { MatchBoard } from './MatchBoard'
import { sharedLink } from './sharedLink'
import { useAdHoc } from './useAdHoc'

/** A requirement that is not saved, on any board: it is matched as it changes. */
export function AdHocBoard({ board, empty }: { board: BoardCode; empty?: (criteria: Criterion[]) => ReactNode }) {
  const { t } = useWords()
  const schema = useSchema(board)
  const { criteria, setCriteria, example, lifted } = usePersonalRequirement(board)
  const complete = useMemo(() => criteria.filter(isComplete), [criteria])
  const live = useAdHoc(board, complete)
  const { me } = useMe()
  return (
    <>
      <RequirementBar
        board={board}
        title={example ? t('sites.titleExample', { name: t(`example.${example}`) }) : t(`${board}.title`)}
        criteria={criteria}
        schema={schema}
        errors={placed(live.errors, criteria)}
        lifted={lifted}
        onChange={setCriteria}
        after={
          <>
            <StartMenu board={board} onChoose={setCriteria} />
            <SaveButton board={board} criteria={complete} />
            <CopyLink link={() => sharedLink(window.location.href, board, complete)} />
          </>
        }
      />
      <ProblemNotice error={live.failure} />
      <MatchBoard
        board={board}
        live={live}
        schema={schema}
        criteria={complete}
        report={live.report}
        onApply={setCriteria}
        empty={empty?.(complete)}
        action={() =>
          partyOf(me) && !me?.owner && <p className="meta ask-introduction">{t('introductions.ask.saveFirst')}</p>
        }
        note={criteria.length === 0 ? t('requirement.empty') : example ? t('sites.exampleNote') : undefined}
      />
    </>
  )
}

/** An example to begin from, or nothing at all. */
function StartMenu({ board, onChoose }: { board: BoardCode; onChoose: (criteria: Criterion[]) => void }) {
  const { t } = useWords()
  const { examples } = boards[board]
  return (
    <MenuButton
      look="word"
      label={t('requirement.start')}
      face={`${t('requirement.examples')} ▾`}
      choices={[
        ...examples.map(({ key }) => ({ id: key, label: t(`example.${key}`) })),
        { id: '', label: t('requirement.clear') },
      ]}
      onChoose={(id) => onChoose(examples.find(({ key }) => key === id)?.criteria ?? [])}
    />
  )
}

/** Only complete criteria were sent; a message belongs to the place that its criterion has on screen. */
function placed(errors: FieldErrors, criteria: Criterion[]): FieldErrors {
  const positions = criteria.flatMap((criterion, index) => (isComplete(criterion) ? [index] : []))
  return Object.fromEntries(
    Object.entries(errors).map(([path, messages]) => [
      path.replace(/^criteria\[(\d+)\]/, (_, index: string) => `criteria[${positions[Number(index)]}]`),
      messages,
    ]),
  )
}

function SaveButton({ board, criteria }: { board: BoardCode; criteria: Criterion[] }) {
  const { t } = useWords()
  const { me } = useMe()
  const [, go] = useLocation()
  const cache = useQueryClient()
  const [error, setError] = useState<unknown>()
  const owner = partyOf(me)
  if (!owner || me?.owner || criteria.length === 0) return null
  const save = async () => {
    try {
      const demand = await api.post('/api/demands', { body: { board, owner, name: t('demand.unnamed'), criteria } })
      await cache.invalidateQueries({ queryKey: ['demands'] })
      go(`/demands/${demand.id}`)
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <>
      <Button onClick={() => void save()}>{t('requirement.save')}</Button>
      <ProblemNotice error={error} />
    </>
  )
}
