import { useState } from 'react'
import { api } from '../../api/client'
import type { PartyAccount } from '../../api/types'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { ProblemNotice } from '../../kit/Notice'
import { FormDialog } from '../../kit/overlays/FormDialog'
import { wordsOn } from './standing'

/** What the reader can say of an account; a refusal is told in the server's own words. */
export function PersonActs({
  account,
  reader,
  onDone,
}: {
  account: PartyAccount
  reader: { email: string; office: boolean }
  onDone: (said: string) => void
}) {
  const { t } = useWords()
  const { run, busy, error } = useSave()
  const [asking, setAsking] = useState(false)
  const { email } = account
  const { confirm, object } = wordsOn(account, reader)
  if (!confirm && !object) return null
  const vouch = async () => {
    await api.post('/api/people/{email}/vouch', { path: { email } })
    onDone(t('people.done', { email }))
  }
  const raise = async () => {
    await api.post('/api/people/{email}/object', { path: { email } })
    onDone(t('people.doneObjecting', { email }))
  }
  return (
    <>
      <ProblemNotice error={error} />
      <div className="acts">
        {confirm && (
          <Button
            look="primary"
            disabled={busy}
            aria-label={t('people.confirmOne', { email })}
            onClick={() => void run(vouch)}
          >
            {t('people.confirm')}
          </Button>
        )}
        {object && (
          <Button aria-label={t('people.objectOne', { email })} onClick={() => setAsking(true)}>
            {t('people.object')}
          </Button>
        )}
      </div>
      {asking && (
        <FormDialog
          title={t('people.objectTitle', { email })}
          submit={t('people.objectSend')}
          fields={[]}
          onClose={() => setAsking(false)}
          onSubmit={() => raise().catch((failure: unknown) => failure)}
        >
          {() => <p>{t('people.objectText')}</p>}
        </FormDialog>
      )}
    </>
  )
}
