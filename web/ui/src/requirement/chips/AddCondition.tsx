import { Plus } from 'lucide-react'
import { lazy, type RefObject, Suspense, useState } from 'react'
import type { Schema } from '../../api/boards'
import type { BoardCode, Criterion } from '../../api/types'
import { useWords, withTexts } from '../../i18n/i18n'
import { keyHeld } from './keys'

const load = withTexts(() => import('./ConditionFinder'))
const ConditionFinder = lazy(load)

/** What the board can be asked for, found by its words in any language; what is asked already opens. */
export function AddCondition({
  ref,
  board,
  criteria,
  schema,
  onAdd,
}: {
  ref: RefObject<HTMLButtonElement | null>
  board: BoardCode
  criteria: Criterion[]
  schema: Schema
  onAdd: (code: string) => void
}) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        ref={ref}
        type="button"
        className="chip add-condition"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
      >
        <Plus size={15} strokeWidth={1.9} aria-hidden />
        <span>{t('requirement.add')}</span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <ConditionFinder
            board={board}
            attributes={schema.attributes.filter(({ ops }) => ops.length > 0)}
            held={(attribute) => keyHeld(attribute, criteria) !== undefined}
            triggerRef={ref}
            onClose={() => setOpen(false)}
            onChoose={(code) => {
              setOpen(false)
              onAdd(code)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
