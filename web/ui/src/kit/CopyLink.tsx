import { Check, Link2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useWords } from '../i18n/i18n'
import { Button } from './Button'

const shownFor = 3_000

/** Puts a text on the clipboard, and tells for a moment that it is there. */
export function useCopy() {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), shownFor)
    return () => clearTimeout(timer)
  }, [copied])
  return { copied, copy: (text: string) => void copyText(text).then(() => setCopied(true)) }
}

/** Says to readers of the screen that a link was copied. */
export function Copied({ copied }: { copied: boolean }) {
  const { t } = useWords()
  return (
    <span className="visually-hidden" role="status">
      {copied && t('link.copied')}
    </span>
  )
}

/** Copies an address that shows the same to whoever opens it. */
export function CopyLink({ link, small = false }: { link: () => string; small?: boolean }) {
  const { t } = useWords()
  const { copied, copy } = useCopy()
  const Icon = copied ? Check : Link2
  return (
    <>
      <Button look={small ? 'small' : []} onClick={() => copy(link())}>
        <Icon size={16} strokeWidth={1.9} aria-hidden />
        <span className="copy-text">{t(copied ? 'link.copied' : 'link.copy')}</span>
      </Button>
      <Copied copied={copied} />
    </>
  )
}

async function copyText(text: string) {
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
