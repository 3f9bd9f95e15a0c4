import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { api } from '../../api/client'
import type { Upgrade as Kept, UpgradeList } from '../../upgrade/types'
import '../../funding/funding.css'
import { useWords } from '../../i18n/i18n'
import { ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { useKeptUpgrade, useUpgradeList } from '../../upgrade/queries'
import { isAnswered } from './draft'
import { PathView } from './path/PathView'
import { Questions } from './questions/Questions'
import './upgrade.css'
import { useUpgrade } from './useUpgrade'

/** How a firm becomes digital, smart, green and certified, step by step, and who pays for it. */
export function Upgrade({ firm, path }: { firm: string; path: string }) {
  const { t, text } = useWords()
  const list = useUpgradeList()
  const kept = useKeptUpgrade(firm)
  const { data: record, error } = useQuery({
    queryKey: ['firms', firm],
    queryFn: ({ signal }) => api.get('/api/firms/{id}', { path: { id: firm }, signal }),
  })
  const name = text(record?.name)
  const trouble = list.error ?? kept.error ?? error
  return (
    <div className="page upgrade-page">
      <div className="upgrade-title">
        <PageHeading title={name ? t('upgrade.titleOf', { name }) : t('nav.upgrade')} />
        {record?.sample && <span className="tag sample">{t('sample')}</span>}
      </div>
      {list.data && kept.data !== undefined && record ? (
        <Loaded key={firm} firm={firm} path={path} list={list.data} kept={kept.data} />
      ) : (
        <>
          <ProblemNotice error={trouble} />
          {!trouble && <p className="meta">{t('loading')}</p>}
        </>
      )}
    </div>
  )
}

/** The questions stand at an address of their own, so that Back leads from each to the one before. */
function Loaded({ firm, path, list, kept }: { firm: string; path: string; list: UpgradeList; kept: Kept | null }) {
  const editor = useUpgrade(firm, kept)
  const [search, setSearch] = useSearchParams()
  // The first answer leads nowhere yet: the questions go on until their end.
  const [hasPath, setHasPath] = useState(() => isAnswered(editor.answers))
  const asked = search.get('q')
  if (asked === null && hasPath) return <PathView firm={firm} editor={editor} toAnswers={`${path}?q=1`} />
  const at = Number(asked) || 1
  return (
    <Questions
      list={list}
      editor={editor}
      at={at}
      onAt={(next) => setSearch({ q: String(next) })}
      onDone={() => {
        setHasPath(true)
        setSearch({})
      }}
    />
  )
}
