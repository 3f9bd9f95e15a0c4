import { useWords } from '../i18n/i18n'
import './uses.css'

/** Where an operator's answer is from, folded: most sources are long notes in English. */
export function OperatorSource({ source }: { /** Nothing: none is stated. */ source: string | null | undefined }) {
  const { t } = useWords()
  if (!source) return null
  return (
    <details className="meta operator-source">
      <summary>{t('programmes.source')}</summary>
      {source}
    </details>
  )
}
