import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Notice, ProblemNotice } from '../../kit/Notice'

/** Works the sheet out again from the journal, and says whether it is the same to the digit. */
export function Replay({ id }: { id: string }) {
  const { t } = useWords()
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['shortlists', id, 'replay'],
    enabled: false,
    queryFn: ({ signal }) => api.get('/api/shortlists/{id}/replay', { path: { id }, signal }),
  })
  return (
    <div className="replay no-print">
      <Button onClick={() => void refetch()} disabled={isFetching}>
        {t(isFetching ? 'loading' : 'shortlist.replay')}
      </Button>
      <div role="status">
        {data?.same && !isFetching && (
          <p>
            {t('shortlist.same')} <code title={data.hash}>{data.hash.slice(0, 12)}</code>
          </p>
        )}
        {data && !data.same && !isFetching && (
          <Notice look="danger">
            <p>{t('shortlist.differs')}</p>
            <ul>
              {data.differences?.map(({ path, kept, now }) => (
                <li key={path}>
                  <code>{path}</code>: {kept ?? '–'} → {now ?? '–'}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      <ProblemNotice error={error} />
    </div>
  )
}
