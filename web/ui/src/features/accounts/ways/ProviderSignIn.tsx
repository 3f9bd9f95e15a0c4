import { useLocation, useSearch } from 'wouter'
import { useWords } from '../../../i18n/i18n'
import { entryOf } from '../../../i18n/languages'
import { Button } from '../../../kit/Button'
import { TextField } from '../../../kit/fields/Field'
import { Notice } from '../../../kit/Notice'
import { PageHeading } from '../../../kit/PageHeading'
import { problemOf, pageAfter } from './providerReturn'

/** Why the identity provider sent the reader back without a session. */
export function ProviderProblem() {
  const { t } = useWords()
  const problem = problemOf(useSearch())
  return problem && <Notice look="danger">{t(`account.provider.problem.${problem}`)}</Notice>
}

/** The code of the own second factor, after the identity provider. The browser sends it and goes on by itself. */
export function ProviderCode() {
  const { t, language } = useWords()
  const [location] = useLocation()
  const search = useSearch()
  return (
    <div className="page narrow">
      <PageHeading title={t('account.provider.code')} />
      <form className="card" method="post" action="/api/sign-in/provider/code">
        <ProviderProblem />
        <input type="hidden" name="language" value={entryOf(language).prefix} />
        <input type="hidden" name="to" value={pageAfter(location, search)} />
        <TextField
          label={t('account.code')}
          name="code"
          autoComplete="one-time-code"
          required
          autoFocus
          hint={t('account.codeHint')}
        />
        <Button look="primary" type="submit">
          {t('account.signIn')}
        </Button>
        <p>
          <a href={`/${entryOf(language).prefix}/sign-in`}>{t('account.provider.back')}</a>
        </p>
      </form>
    </div>
  )
}
