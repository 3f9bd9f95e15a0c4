import { CornerDownLeft, Search } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useMe, useSession } from '../../api/session'
import { useWords } from '../../i18n/i18n'
import { boardsOf } from '../../kinds/boards'
import { searchPath } from '../../kinds/links'
import { readerOf } from '../../kinds/readers'
import { languages } from '../../i18n/languages'
import { Dialog } from '../../kit/overlays/Dialog'
import { chooseTheme, shownTheme } from '../../kit/theme/theme'
import { destinations } from '../navigation'
import { type Entry, type Group, matching, stepped } from './entries'
import { useFound } from './useFound'
import './palette.css'

/** Everything that the reader may open or do, behind a few letters. */
export default function Palette({ onClose, onHelp }: { onClose: () => void; onHelp: () => void }) {
  const { t } = useWords()
  const { me } = useMe()
  const [, go] = useLocation()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const own = useOwnEntries(onHelp)
  const found = useFound(typed, me)
  const text = typed.trim()
  const everywhere: Group[] = text
    ? [{ key: 'search', entries: [{ id: 'search', text: t('palette.search', { text }), href: searchPath(text) }] }]
    : []
  const groups = [
    ...own.map(({ key, entries }) => ({ key, entries: matching(entries, typed) })),
    ...found.groups,
    ...everywhere,
  ].filter(({ entries }) => entries.length > 0)
  const entries = groups.flatMap((group) => group.entries)
  const chosen = Math.min(at, entries.length - 1)
  const open = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    if (entry.href) go(entry.href)
    else entry.act?.()
  }
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by) {
      event.preventDefault()
      const next = stepped(chosen, by, entries.length)
      setAt(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    open(entries[chosen])
  }
  let index = -1
  return (
    <Dialog title={t('palette.title')} closeLabel={t('close')} onClose={onClose}>
      <div className="palette">
        <div className="palette-box">
          <Search size={18} strokeWidth={1.9} aria-hidden />
          <input
            // The palette is opened to type.
            autoFocus
            role="combobox"
            aria-label={t('palette.label')}
            aria-expanded
            aria-controls={`${id}-list`}
            aria-activedescendant={entries.length > 0 ? `${id}-${chosen}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            placeholder={t('palette.label')}
            maxLength={200}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setAt(0)
            }}
            onKeyDown={press}
          />
        </div>
        <div id={`${id}-list`} role="listbox" aria-label={t('palette.title')} className="palette-list">
          {groups.map((group) => (
            <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}`}>
              <div id={`${id}-${group.key}`} className="meta palette-group">
                {t(`palette.group.${group.key}`)}
              </div>
              {group.entries.map((entry) => {
                index++
                const place = index
                return (
                  <div
                    key={entry.id}
                    id={`${id}-${place}`}
                    role="option"
                    aria-selected={place === chosen}
                    className="palette-entry"
                    onPointerMove={() => place !== chosen && setAt(place)}
                    onClick={() => open(entry)}
                  >
                    <span className="palette-text">{entry.text}</span>
                    {entry.about && <span className="meta">{entry.about}</span>}
                    {place === chosen && <CornerDownLeft size={15} strokeWidth={1.9} aria-hidden />}
                  </div>
                )
              })}
            </div>
          ))}
        </div>
        <p className="visually-hidden" role="status">
          {found.isFetching ? t('loading') : t('palette.found', { count: entries.length })}
        </p>
      </div>
    </Dialog>
  )
}

/** The pages of the reader's menu, and what can be done from anywhere. */
function useOwnEntries(onHelp: () => void): Group[] {
  const { t, language } = useWords()
  const { me } = useMe()
  const { signOut } = useSession()
  const [location, go] = useLocation()
  const search = useSearch()
  const theme = shownTheme() === 'dark' ? 'light' : 'dark'
  const { main, more, own } = destinations(me)
  const pages = [...main, ...more, ...own].map(({ key, path }) => ({
    id: `page ${path}`,
    text: t(`nav.${key}`),
    href: path,
  }))
  const parts = boardsOf(readerOf(me)).map((board) => ({
    id: `board ${board}`,
    text: t(`nav.${board}`),
    href: `/brief?tab=${board}`,
  }))
  const actions: Entry[] = [
    { id: 'theme', text: t(`theme.${theme}`), act: () => chooseTheme(theme) },
    ...languages
      .filter((entry) => entry.language !== language)
      .map(({ prefix, full }) => ({
        id: `language ${prefix}`,
        text: full,
        href: `~/${prefix}${location}${search && `?${search}`}`,
      })),
    { id: 'help', text: t('shortcuts.title'), act: onHelp },
    me
      ? { id: 'sign-out', text: t('account.signOut'), act: () => void signOut().then(() => go('/')) }
      : { id: 'sign-in', text: t('account.signIn'), href: '/sign-in' },
  ]
  return [
    {
      key: 'pages',
      entries: [
        { id: 'home', text: t('home.title'), href: '/' },
        ...pages.filter(({ href }) => href !== '/'),
        ...parts,
      ],
    },
    { key: 'actions', entries: actions },
  ]
}
