import { useMe } from '../../../api/session'
import { useWords } from '../../../i18n/i18n'
import { PageHeading } from '../../../kit/PageHeading'
import { Passkeys } from './Passkeys'
import { PasswordForm } from './PasswordForm'
import { SecondFactor } from './SecondFactor'
import { SessionList } from './SessionList'
import { SettingsForm } from './SettingsForm'
import './own.css'

/** What somebody settles for the own account. */
export default function OwnAccountPage() {
  const { t } = useWords()
  const { me } = useMe()
  const factors = (
    <>
      <SecondFactor />
      {!me?.byProvider && <Passkeys />}
    </>
  )
  return (
    <div className="page narrow own">
      <PageHeading title={t('own.title')} />
      <p className="meta">
        {me?.email} · {me && t(`role.${me.role}`)}
      </p>
      {me?.needsSecondFactor && factors}
      <SettingsForm />
      {me?.byProvider ? (
        <section className="card">
          <h2>{t('own.password')}</h2>
          <p>{t('account.provider.own')}</p>
        </section>
      ) : (
        <PasswordForm email={me?.email ?? ''} />
      )}
      {!me?.needsSecondFactor && factors}
      <SessionList />
    </div>
  )
}
