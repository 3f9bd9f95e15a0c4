import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, ProblemError } from '../../api/client'
import { useWords } from '../../i18n/i18n'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { Button } from '../../kit/Button'
import { useLinkToken } from '../../kit/held/useLinkToken'
import { PageHeading } from '../../kit/PageHeading'
import { boardsOf, nameOf } from './sheet'
import { SheetCompare } from './SheetCompare'
import './shortlists.css'

/** Where a link to a sheet leads: whoever has it reads what was shown, without an account. */
export default function SharedPage() {
  const words = useWords()
  const { t, format } = words
  const { token } = useLinkToken('matchmaker.sheet')
  const { data, error } = useQuery({
    queryKey: ['shared-sheets', token],
    enabled: Boolean(token),
    // Each reading is in the journal: one for each opening of the page.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    retry: false,
    queryFn: ({ signal }) => api.post('/api/shared-sheets', { body: { token: token! }, signal }),
  })
  if (!token || (error instanceof ProblemError && error.status === 404))
    return (
      <Told>
        <p>{t('shortlist.linkEnded')}</p>
      </Told>
    )
  if (!data)
    return (
      <Told>
        <ProblemNotice error={error} />
        {!error && <p className="meta">{t('loading')}</p>}
      </Told>
    )
  const gone = data.items.filter(({ item }) => data.gone.includes(item))
  return (
    <div className="page wide shortlist-page">
      <div className="page-head">
        <PageHeading title={t('shortlist.shared', { day: format.day(data.asOf) })} />
        <div className="row no-print">
          <Button onClick={() => print()}>{t('compare.print')}</Button>
        </div>
      </div>
      <p className="meta">{t('shortlist.sharedText', { until: format.instant(data.expiresAt) })}</p>
      {gone.length > 0 && (
        <Notice look="warn">
          {t('shortlist.goneSince', { names: format.list(gone.map((item) => nameOf(item, words))) })}
        </Notice>
      )}
      {boardsOf(data.items, data.boards).map((board) => (
        <SheetCompare key={board.board} kept={board} />
      ))}
    </div>
  )
}

function Told({ children }: { children: ReactNode }) {
  const { t } = useWords()
  return (
    <div className="page">
      <PageHeading title={t('shortlist.title')} />
      {children}
    </div>
  )
}
