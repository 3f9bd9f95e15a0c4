import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { isOffice, useMe } from '../../api/session'
import type { PartyAccount } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { confirmedBy } from '../../introductions/vouching'
import { ProblemNotice, Said } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { pageOf } from '../../kinds/kinds'
import { PartyName } from '../../records/PartyName'
import { usePeople } from '../../records/useQueues'
import { PersonActs } from './PersonActs'
import './people.css'
import { standingOf } from './standing'

/** Who answers for the reader's party; for the office, the accounts that nobody has confirmed yet. */
export default function PeoplePage() {
  const { t } = useWords()
  const { me } = useMe()
  const cache = useQueryClient()
  const office = isOffice(me)
  const [said, setSaid] = useState('')
  const { data, error, isPending } = usePeople()
  const onDone = async (done: string) => {
    await cache.invalidateQueries({ queryKey: ['people'] })
    setSaid(done)
  }
  return (
    <div className="page narrow">
      <PageHeading title={t(office ? 'nav.unconfirmed' : 'nav.people')} />
      <p className="meta">{t(office ? 'people.aboutOffice' : 'people.about')}</p>
      {said && <Said>{said}</Said>}
      <ProblemNotice error={error} />
      {isPending && <p className="meta">{t('loading')}</p>}
      {data?.length === 0 && <p>{t(office ? 'people.noneOffice' : 'people.none')}</p>}
      {data && data.length > 0 && (
        <ul className="card rows people">
          {data.map((account) => (
            <Person
              key={account.email}
              account={account}
              reader={{ email: me?.email ?? '', office }}
              onDone={(done) => void onDone(done)}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

function Person({
  account,
  reader,
  onDone,
}: {
  account: PartyAccount
  reader: { email: string; office: boolean }
  onDone: (said: string) => void
}) {
  const { t } = useWords()
  const { email, party, invitedBy } = account
  const page = pageOf(party)
  const name = <PartyName party={party} />
  return (
    <li>
      <h2>
        {account.name && <span>{account.name} · </span>}
        {email} {email === reader.email && <span className="tag">{t('people.you')}</span>}
      </h2>
      {reader.office && <p>{page ? <Link href={page}>{name}</Link> : name}</p>}
      {invitedBy === 'provider' && <p className="meta">{t('people.byProvider')}</p>}
      {invitedBy && !['system', 'provider'].includes(invitedBy) && (
        <p className="meta">{t('people.invitedBy', { by: invitedBy })}</p>
      )}
      <Standing account={account} own={email === reader.email} />
      <PersonActs account={account} reader={reader} onDone={onDone} />
    </li>
  )
}

function Standing({ account, own }: { account: PartyAccount; own: boolean }) {
  const words = useWords()
  const { t, format } = words
  const { vouchedBy, objection } = account
  const standing = standingOf(account)
  return (
    <>
      {vouchedBy && <p className="confirmed">✓ {confirmedBy(vouchedBy, words)}</p>}
      {standing === 'open' && <p className="open">○ {t(own ? 'people.openOwn' : 'people.open')}</p>}
      {objection && (
        <p className={standing === 'objected' ? 'objected' : 'meta'}>
          {t('people.objected', { by: objection.by, at: format.instant(objection.at) })}{' '}
          {standing === 'objected' && t('people.objectedText')}
        </p>
      )}
    </>
  )
}
