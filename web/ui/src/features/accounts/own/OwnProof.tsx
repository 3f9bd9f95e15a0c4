import { useMe } from '../../../api/session'
import { useWords } from '../../../i18n/i18n'
import { Notice } from '../../../kit/Notice'
import { PasswordField } from '../PasswordField'

/** The password again; of whoever comes by the identity provider, a fresh sign-in stands for it. */
export function OwnProof({
  errors,
  value,
  onChange,
}: {
  errors: string[] | undefined
  value: string
  onChange: (password: string) => void
}) {
  const { t } = useWords()
  const { me } = useMe()
  if (!me?.byProvider)
    return <PasswordField label={t('own.oldPassword')} errors={errors} value={value} onChange={onChange} />
  return errors ? (
    <Notice look="danger">{errors.join(' ')}</Notice>
  ) : (
    <p className="meta">{t('account.provider.fresh')}</p>
  )
}
