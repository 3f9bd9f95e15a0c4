import { type ReactNode, useEffect, useRef } from 'react'
import { ProblemError } from '../api/client'
import { useWords } from '../i18n/i18n'

export function Notice({ look = '', children }: { look?: '' | 'danger' | 'ok' | 'warn'; children: ReactNode }) {
  return (
    <div className={`notice ${look}`} role={look === 'danger' ? 'alert' : 'status'}>
      {children}
    </div>
  )
}

/** That something is done. It takes the focus, since what had it is gone. */
export function Said({ children }: { children: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [children])
  return (
    <div ref={box} tabIndex={-1}>
      <Notice look="ok">{children}</Notice>
    </div>
  )
}

/** What went wrong, in the reader's language; the server's own words where it gave any. */
export function ProblemNotice({ error }: { error: unknown }) {
  const { t } = useWords()
  if (!error) return null
  return <Notice look="danger">{problemText(error, t)}</Notice>
}

function problemText(error: unknown, t: (key: string) => string) {
  if (!(error instanceof ProblemError)) return t('problem.unknown')
  const known = [0, 401, 403, 404, 409, 412, 413, 429, 503].includes(error.status)
  return error.problem.detail ?? (known ? t(`problem.${error.status}`) : (error.problem.title ?? t('problem.unknown')))
}
