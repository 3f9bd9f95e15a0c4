import { ChevronDown, TriangleAlert } from 'lucide-react'
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import type { Schema } from '../../api/boards'
import type { Attribute, Criterion } from '../../api/types'
import { useWords, withTexts } from '../../i18n/i18n'
import { describeCriterion } from '../../score/describe'
import { isComplete } from '../draft'
import type { FieldErrors } from '../errors'
import { isMust } from './keys'

const load = withTexts(() => import('./CriterionPopup'))
const CriterionPopup = lazy(load)

export interface CriterionChipProps {
  criterion: Criterion
  attribute: Attribute
  schema: Schema
  /** The client's own words for it, shown in its place; left out: it is described. */
  said?: string
  /** Why the server refuses it, by operand; empty: it does not. */
  errors: FieldErrors
  /** Stands in the open popover: what else is to be said of the criterion. */
  note?: ReactNode
  onChange: (next: Criterion) => void
  /** Leaves it out. Where the focus goes then is the list's to say. */
  onRemove: () => void
  /** Left out: the chip opens and closes by itself. */
  isOpen?: boolean
  onOpenChange?: (open: boolean) => void
}

/**
 * One criterion as a button in the line of the others; a press opens a popover in which it is edited in place. Delete
 * or Backspace leaves it out.
 */
export function CriterionChip({
  criterion,
  attribute,
  schema,
  said,
  errors,
  note,
  onChange,
  onRemove,
  isOpen,
  onOpenChange,
}: CriterionChipProps) {
  const words = useWords()
  const { t } = words
  const trigger = useRef<HTMLButtonElement>(null)
  const [ownOpen, setOwnOpen] = useState(false)
  const open = isOpen ?? ownOpen
  const setOpen = (next: boolean) => {
    setOwnOpen(next)
    onOpenChange?.(next)
  }
  const reasons = [...new Set(Object.values(errors).flat())].join(' ')
  const complete = isComplete(criterion)
  const described = describeCriterion(criterion, schema, words)
  const look = ['chip', isMust(criterion) ? 'must' : 'prefer', complete ? '' : 'is-open', reasons ? 'refused' : '']
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    onRemove()
  }
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={look.filter(Boolean).join(' ')}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={press}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
      >
        {reasons && <TriangleAlert size={14} strokeWidth={1.9} aria-hidden />}
        <span className="visually-hidden">{t(isMust(criterion) ? 'strength.must' : 'strength.prefer')} </span>
        {said ? (
          <>
            <span title={described}>{said}</span>
            <span className="visually-hidden"> ({described})</span>
          </>
        ) : (
          <span>{described}</span>
        )}
        {!complete && <span className="open">· {t('requirement.open')}</span>}
        {reasons && <span className="visually-hidden"> {reasons}</span>}
        <ChevronDown size={14} strokeWidth={1.9} aria-hidden className="chip-more" />
      </button>
      {open && (
        <Suspense fallback={null}>
          <CriterionPopup
            criterion={criterion}
            attribute={attribute}
            errors={errors}
            note={note}
            triggerRef={trigger}
            onChange={onChange}
            onRemove={() => {
              setOpen(false)
              onRemove()
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
