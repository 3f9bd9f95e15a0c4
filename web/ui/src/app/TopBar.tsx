import { CircleUser } from 'lucide-react'
import { Link, useLocation, useSearch } from 'wouter'
import { isOffice, useMe, useSession } from '../api/session'
import { useWords } from '../i18n/i18n'
import { languages } from '../i18n/languages'
import { Button } from '../kit/Button'
import { Mark } from '../kit/theme/Mark'
import { ThemeButton } from '../kit/theme/ThemeButton'
import { LiveBadge } from '../live/LiveBadge'
import { useMedia } from '../kit/useMedia'
import { BellHost } from './bell/BellHost'
import { isAt, NavMenu } from './NavMenu'
import { destinations } from './navigation'
import { SearchBox } from './SearchBox'

/** Beside each other where there is room, else all behind one button. */
export function TopBar() {
  const { t } = useWords()
  const { me } = useMe()
  const roomy = useMedia('(min-width: 1400px)')
  const isPhone = useMedia('(max-width: 599px)')
  const [location] = useLocation()
  const { main, more, own } = destinations(me)
  return (
    <header className="top-bar">
      <Link href="/" className="brand">
        <Mark />
        {t('brand')}
      </Link>
      <nav className="main-nav" aria-label={t('nav.label')}>
        {roomy ? (
          main.map((to) => (
            <Link key={to.path} href={to.path} aria-current={isAt(location, to.path) ? 'page' : undefined}>
              {t(`nav.${to.key}`)}
            </Link>
          ))
        ) : (
          <NavMenu label={t('nav.menu')} groups={[main, more, own]}>
            {isPhone && (
              <div className="nav-tools">
                {me && <SignOut />}
                <ThemeButton />
              </div>
            )}
          </NavMenu>
        )}
        {roomy && more.length > 0 && <NavMenu label={t(isOffice(me) ? 'nav.records' : 'nav.more')} groups={[more]} />}
      </nav>
      {/* A visitor's home has the one box of its own. */}
      {location === '/' && !me ? <div className="search-box" /> : <SearchBox />}
      <div className="top-tools">
        <LiveBadge />
        {!isPhone && <ThemeButton />}
        <BellHost />
        <AccountTools roomy={roomy} isPhone={isPhone} />
        <LanguageSwitch />
      </div>
    </header>
  )
}

function AccountTools({ roomy, isPhone }: { roomy: boolean; isPhone: boolean }) {
  const { t } = useWords()
  const { me, isPending } = useMe()
  const [location] = useLocation()
  if (isPending) return null
  if (!me)
    return location === '/sign-in' ? null : (
      <div className="account">
        <Link href="/sign-in" className="button small">
          {t('account.signIn')}
        </Link>
      </div>
    )
  return (
    <div className="account">
      {roomy && (
        <Link href="/account" className="who" title={me.email} aria-label={`${t('nav.account')}: ${me.email}`}>
          <CircleUser aria-hidden="true" />
          <span>{me.email}</span>
        </Link>
      )}
      {!isPhone && <SignOut />}
    </div>
  )
}

function SignOut() {
  const { t } = useWords()
  const { signOut } = useSession()
  const [, go] = useLocation()
  return (
    <Button look="small" onClick={() => void signOut().then(() => go('/'))}>
      {t('account.signOut')}
    </Button>
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
        <Link
          key={entry.prefix}
          href={`~/${entry.prefix}${location}${search && `?${search}`}`}
          lang={entry.tag}
          hrefLang={entry.tag}
          aria-label={entry.short === 'EN' ? 'EN: English' : entry.full}
          aria-current={entry.language === language ? 'true' : undefined}
        >
          {entry.short}
        </Link>
      ))}
    </nav>
  )
}
