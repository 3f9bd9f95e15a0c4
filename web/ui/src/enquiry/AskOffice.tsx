import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { useSchema } from '../api/boards'
import { api } from '../api/client'
import { useMe } from '../api/session'
import { partyOf } from '../kinds/kinds'
import type { BoardCode, Criterion } from '../api/types'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { TextArea } from '../kit/fields/Field'
import { Notice, ProblemNotice } from '../kit/Notice'
import { describeCriterion } from '../score/describe'

/** What nothing answers goes to the office's queue, so that no search ends in an empty page. */
export default function AskOffice({
  board,
  criteria,
  text = '',
  offer,
  label,
}: {
  board: BoardCode
  criteria: Criterion[]
  text?: string
  /** What the office does with it; left out: it finds what no list has. */
  offer?: string
  /** The name of the text; left out: what is looked for. */
  label?: string
}) {
  const words = useWords()
  const { t } = words
  const { me } = useMe()
  const schema = useSchema(board)
  const cache = useQueryClient()
  const asked = text || words.format.list(criteria.map((criterion) => describeCriterion(criterion, schema, words)))
  const [typed, setTyped] = useState<string>()
  const [state, setState] = useState<{ sent?: boolean; error?: unknown }>({})
  const owner = me?.owner ? undefined : partyOf(me)
  if (!owner)
    return (
      <p>
        {t('enquiry.signIn')}{' '}
        {!me && (
          <Link href="/sign-in" className="button small">
            {t('account.signIn')}
          </Link>
        )}
      </p>
    )
  if (state.sent)
    return (
      <Notice look="ok">
        {t('enquiry.sent')} <Link href="/enquiries">{t('nav.enquiries')}</Link>
      </Notice>
    )
  const send = () =>
    api.post('/api/enquiries', { body: { board, owner, text: typed ?? asked, criteria } }).then(
      () => {
        setState({ sent: true })
        return cache.invalidateQueries({ queryKey: ['enquiries'] })
      },
      (error: unknown) => setState({ error }),
    )
  return (
    <div className="ask-office">
      <p>{offer ?? t('enquiry.offer')}</p>
      <ProblemNotice error={state.error} />
      <TextArea
        label={label ?? t('enquiry.text')}
        value={typed ?? asked}
        maxLength={2000}
        rows={Math.max(3, (typed ?? asked).split('\n').length)}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button look="primary" disabled={!(typed ?? asked).trim()} onClick={() => void send()}>
        {t('enquiry.send')}
      </Button>
    </div>
  )
}
