import type { Participant } from '../api/introductions'
import { useWords } from '../i18n/i18n'
import { sideName } from './status'

/** A side by its name, or by its alias, which is said to be one. */
export function SideNameText({ side }: { side: Participant }) {
  const words = useWords()
  const { text, alias } = sideName(side, words)
  return (
    <>
      {text}
      {alias && (
        <>
          {' '}
          <span className="tag alias">{words.t('introductions.alias')}</span>
        </>
      )}
    </>
  )
}
