import { Link, useLocation, useSearch } from 'wouter'
import { useMe, useSession } from '../api/session'
import { useWords } from '../i18n/i18n'
import { languages } from '../i18n/languages'
import { Button } from '../kit/Button'
import { LiveBadge } from '../live/LiveBadge'
import { destinations } from './navigation'
import { SearchBox } from './SearchBox'

export function TopBar() {
  const { t } = useWords()
  const { me } = useMe()
  const [location] = useLocation()
  return (
    <header className="top-bar">
      <Link href="/sites" className="brand">{t('brand')}</Link>
      <nav className="main-nav" aria-label={t('nav.label')}>
        {destinations(me).map(({ path, key }) => (
          <Link key={path} href={path} aria-current={location === path || location.startsWith(`${path}/`) ? 'page' : undefined}>{t(`nav.${key}`)}</Link>
        ))}
      </nav>
      <SearchBox />
      <div className="top-tools">
        <LiveBadge />
        <AccountTools />
        <LanguageSwitch />
      </div>
    </header>
  )
}

function AccountTools() {
  const { t } = useWords()
  const { me, isPending } = useMe()
  const { signOut } = useSession()
  const [location, go] = useLocation()
  if (isPending) return null
  if (!me) return location === '/sign-in' ? null : <div className="account"><Link href="/sign-in" className="button small">{t('account.signIn')}</Link></div>
  return (
    <div className="account">
      <span className="who" title={me.email}>{me.email}</span>
      <Button look="small" onClick={() => void signOut().then(() => go('/sites'))}>{t('account.signOut')}</Button>
    </div>
  )
}

/** The same page, requirement and selection in another language. */
function LanguageSwitch() {
  const { t, language } = useWords()
  const [location] = useLocation()
  const search = useSearch()
  return (
    <nav className="languages" aria-label={t('nav.language')}>
      {languages.map((entry) => (
        <Link key={entry.prefix} href={`~/${entry.prefix}${location}${search && `?${search}`}`} lang={entry.tag} hrefLang={entry.tag}
          aria-label={entry.short === 'EN' ? 'EN: English' : entry.full} aria-current={entry.language === language ? 'true' : undefined}>{entry.short}</Link>
      ))}
    </nav>
  )
}
