import { useState } from 'react'
import type { Term } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { CodePicker } from '../../kit/fields/CodePicker'
import { Dialog } from '../../kit/overlays/Dialog'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { narrowerOf, targetsOf } from './terms'

/** A code that was renamed or merged stands for another from now on; it stays in the list, since data holds it. */
export function MoveTerm({
  term,
  terms,
  error,
  onMove,
  onClose,
}: {
  term: Term
  terms: Term[]
  error: unknown
  onMove: (code: string) => void
  onClose: () => void
}) {
  const { t, text } = useWords()
  const [target, setTarget] = useState<string>()
  const allowed = targetsOf(terms, term.code)
  const along = narrowerOf(terms, term.code).length
  const name = text(term.label) || term.code
  const into = text(terms.find(({ code }) => code === target)?.label) || target
  return (
    <Dialog
      title={t('taxonomy.moveTitle', { name })}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="danger" disabled={!target} onClick={() => target && onMove(target)}>
            {t('taxonomy.move')}
          </Button>
        </>
      }
    >
      <ProblemNotice error={error} />
      <CodePicker label={t('taxonomy.target')} items={allowed} value={target} onChange={setTarget} />
      <p className="meta">{t('taxonomy.moveHint')}</p>
      {target && (
        <Notice look="warn">
          {t('taxonomy.moveText', { name, into })} {along > 0 && t('taxonomy.moveAlong', { count: along })}
        </Notice>
      )}
    </Dialog>
  )
}
