import { Search } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useWords } from '../i18n/i18n'
import { searchPath } from '../kinds/links'

/** One box for every board. */
export function SearchBox() {
  const { t } = useWords()
  const [location, go] = useLocation()
  const [search] = useSearchParams()
  const asked = location === '/search' ? (search.get('q') ?? '') : ''
  const [typed, setTyped] = useState<{ asked: string; text: string }>()
  // A search that was asked elsewhere replaces what stands in the box.
  const text = typed && typed.asked === asked ? typed.text : asked
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) go(searchPath(text))
  }
  return (
    <form className="search-box" role="search" aria-label={t('find.label')} onSubmit={submit}>
      <input
        type="search"
        aria-label={t('find.label')}
        placeholder={t('find.placeholder')}
        value={text}
        maxLength={500}
        onChange={(event) => setTyped({ asked, text: event.target.value })}
      />
      {!text && (
        <kbd className="search-key" aria-hidden="true">
          Ctrl K
        </kbd>
      )}
      <button type="submit" aria-label={t('find.go')}>
        <Search size={16} strokeWidth={1.9} aria-hidden />
      </button>
    </form>
  )
}
