import { useQuery } from '@tanstack/react-query'
import { useLocation, useSearch } from 'wouter'
import { api } from '../../../api/client'
import { canUsePasskeys } from '../../../api/passkeys'
import { useWords } from '../../../i18n/i18n'
import { entryOf } from '../../../i18n/languages'
import { PasskeySignIn } from './PasskeySignIn'
import { pageAfter, providerLink } from './providerReturn'
import './signIn.css'

/** The ways in beside the password: a passkey, and the office's identity provider where one is set up. */
export function OtherWays({ onDone }: { onDone: () => void }) {
  const { t, text, language } = useWords()
  const [location] = useLocation()
  const search = useSearch()
  const { data } = useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: ({ signal }) => api.get('/api/sign-in', { signal }),
  })
  const provider = data?.provider
  if (!provider && !canUsePasskeys()) return null
  return (
    <>
      <p className="or">{t('account.provider.or')}</p>
      <PasskeySignIn onDone={onDone} />
      {provider && (
        <a className="button" href={providerLink(provider.path, entryOf(language).prefix, pageAfter(location, search))}>
          {t('account.provider.signIn', { name: text(provider.name) })}
        </a>
      )}
    </>
  )
}
