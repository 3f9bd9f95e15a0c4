import { type FormEvent, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'

/** One box for all boards, in every language and unit. */
export function SearchBox() {
  const { t } = useWords()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const asked = search.get('q') ?? ''
  const [typed, setTyped] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const text = (typed ?? asked).trim()
    if (text) go(`/search?q=${encodeURIComponent(text)}`)
    setTyped(undefined)
  }
  return (
    <form role="search" className="search-box" onSubmit={submit}>
      <input type="search" className="input" aria-label={t('find.label')} placeholder={t('find.placeholder')} maxLength={500}
        value={typed ?? asked} onChange={(event) => setTyped(event.target.value)} />
      <Button type="submit" look="small">{t('find.go')}</Button>
    </form>
  )
}
