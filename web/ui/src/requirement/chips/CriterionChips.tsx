import { useEffect, useRef, useState } from 'react'
import type { Schema } from '../../api/boards'
import type { BoardCode, Criterion } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { newCriterion } from '../draft'
import { errorsOf, type FieldErrors } from '../errors'
import type { Lifted } from '../leftovers/leftovers'
import { LiftedNote } from '../leftovers/LiftedNote'
import { AddCondition } from './AddCondition'
import { CriterionChip } from './CriterionChip'
import { chipOrder, keyHeld, keysOf } from './order'
import './chips.css'

/**
 * All criteria as chips that are edited in place, musts first, and a button that adds one and opens it. What a change
 * has lifted is said in the open chip, else below the chips.
 */
export function CriterionChips({
  board,
  criteria,
  schema,
  errors,
  lifted,
  onChange,
}: {
  board: BoardCode
  criteria: Criterion[]
  schema: Schema
  /** Messages by paths such as `criteria[2].limit`, from a refusal of the server. */
  errors: FieldErrors
  /** What the last change has lifted. */
  lifted: Lifted[]
  onChange: (criteria: Criterion[]) => void
}) {
  const { t } = useWords()
  const [open, setOpen] = useState<{ key: string; held: string[]; isInView: boolean }>()
  const list = useRef<HTMLUListElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  const focusAt = useRef<number>(undefined)
  const keys = keysOf(criteria)
  const order = chipOrder(criteria, open?.held)
  const openIndex = open ? keys.indexOf(open.key) : -1
  const openAttribute = criteria[openIndex]?.attribute

  const heldOrder = () => order.map((index) => keys[index]!)
  const toggle = (key: string, next: boolean) => setOpen(next ? { key, held: heldOrder(), isInView: false } : undefined)
  const remove = (index: number) => {
    focusAt.current = order.indexOf(index)
    setOpen(undefined)
    onChange(criteria.toSpliced(index, 1))
  }
  const addOn = (code: string) => {
    const attribute = schema.byCode.get(code)!
    const there = keyHeld(attribute, criteria)
    if (there) return toggle(there, true)
    const next = [...criteria, newCriterion(attribute)]
    const key = keysOf(next).at(-1)!
    setOpen({ key, held: [...heldOrder(), key], isInView: false })
    onChange(next)
  }
  useEffect(() => {
    if (focusAt.current === undefined) return
    const chips = list.current?.querySelectorAll<HTMLElement>('.chip') ?? []
    const next = chips[Math.min(focusAt.current, chips.length - 1)] ?? add.current
    focusAt.current = undefined
    next?.focus()
  }, [criteria])
  const openKey = open?.key
  useEffect(() => {
    if (openKey === undefined) return
    list.current?.querySelector(`[data-key="${openKey}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    // A popover is placed by where its chip stands when it opens.
    const frame = requestAnimationFrame(() => setOpen((held) => held && { ...held, isInView: true }))
    return () => cancelAnimationFrame(frame)
  }, [openKey])
  return (
    <>
      <div className="chip-line">
        <ul ref={list} className="chips" aria-label={t('requirement.label')}>
          {order.map((index) => {
            const criterion = criteria[index]!
            const attribute = schema.byCode.get(criterion.attribute)
            const key = keys[index]!
            return (
              attribute && (
                <li key={key} data-key={key}>
                  <CriterionChip
                    criterion={criterion}
                    attribute={attribute}
                    schema={schema}
                    errors={errorsOf(errors, index)}
                    note={
                      <LiftedNote lifted={lifted.filter((one) => one.attribute === attribute.code)} schema={schema} />
                    }
                    isOpen={key === open?.key && open.isInView}
                    onOpenChange={(next) => toggle(key, next)}
                    onChange={(next) => onChange(criteria.with(index, next))}
                    onRemove={() => remove(index)}
                  />
                </li>
              )
            )
          })}
        </ul>
        <AddCondition ref={add} board={board} criteria={criteria} schema={schema} onAdd={addOn} />
      </div>
      <LiftedNote lifted={lifted.filter((one) => one.attribute !== openAttribute)} schema={schema} />
    </>
  )
}
