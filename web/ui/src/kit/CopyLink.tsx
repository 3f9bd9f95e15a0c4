import { Check, Link2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useWords } from '../i18n/i18n'
import { Button } from './Button'

const shownFor = 3_000

/** Copies an address that shows the same to whoever opens it. */
export function CopyLink({ link, small = false }: { link: () => string; small?: boolean }) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), shownFor)
    return () => clearTimeout(timer)
  }, [copied])
  const Icon = copied ? Check : Link2
  return (
    <>
      <Button look={small ? 'small' : []} onClick={() => void copyText(link()).then(() => setCopied(true))}>
        <Icon size={16} strokeWidth={1.9} aria-hidden />
        <span className="copy-text">{t(copied ? 'link.copied' : 'link.copy')}</span>
      </Button>
      <span className="visually-hidden" role="status">
        {copied && t('link.copied')}
      </span>
    </>
  )
}

/** Puts a text on the clipboard. */
export async function copyText(text: string) {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // Without a certificate the browser has no clipboard for pages; the older way still works.
    const field = document.createElement('textarea')
    field.value = text
    field.style.position = 'fixed'
    document.body.append(field)
    field.select()
    document.execCommand('copy')
    field.remove()
  }
}
