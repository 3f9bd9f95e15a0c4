import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Schema } from '../../api/boards'
import type { BoardCode, Criterion } from '../../api/types'
import { newCriterion } from '../draft'
import { errorsOf, type FieldErrors } from '../errors'
import type { Lifted } from '../leftovers/leftovers'
import { LiftedNote } from '../leftovers/LiftedNote'
import { AddCondition } from './AddCondition'
import { CriterionChip } from './CriterionChip'
import { type Chip, chipKey, keyHeld, keysOf, withoutMachine } from './keys'
import './chips.css'

/**
 * All criteria as chips that are edited in place, and a button that adds one and opens it. What a change has lifted is
 * said in the open chip, else below the chips.
 */
export function CriterionChips({
  board,
  criteria,
  schema,
  errors,
  lifted,
  onChange,
  layout,
}: {
  board: BoardCode
  criteria: Criterion[]
  schema: Schema
  /** Messages by paths such as `criteria[2].limit`, from a refusal of the server. */
  errors: FieldErrors
  /** What the last change has lifted. */
  lifted: Lifted[]
  onChange: (criteria: Criterion[]) => void
  /** Where the chips stand. */
  layout: (parts: { chip: Chip; add: ReactNode }) => ReactNode
}) {
  const [open, setOpen] = useState<{ key: string; isInView: boolean }>()
  const place = useRef<HTMLDivElement>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const focusAt = useRef<number>(undefined)
  const keys = keysOf(criteria)
  const openIndex = open ? keys.findIndex((key) => open.key === key || open.key.startsWith(`${key}#`)) : -1
  const openAttribute = criteria[openIndex]?.attribute

  const toggle = (key: string, next: boolean) => setOpen(next ? { key, isInView: false } : undefined)
  const remove = (index: number, machine?: number) => {
    const left = machine === undefined ? undefined : withoutMachine(criteria[index]!, machine)
    focusAt.current = chipsIn(place.current).findIndex(({ dataset }) => dataset.key === chipKey(keys[index]!, machine))
    setOpen(undefined)
    onChange(left ? criteria.with(index, left) : criteria.toSpliced(index, 1))
  }
  const addOn = (code: string) => {
    const attribute = schema.byCode.get(code)!
    const there = keyHeld(attribute, criteria)
    if (there) return toggle(there, true)
    const next = [...criteria, newCriterion(attribute)]
    const key = keysOf(next).at(-1)!
    setOpen({ key, isInView: false })
    onChange(next)
  }
  useEffect(() => {
    if (focusAt.current === undefined) return
    const chips = chipsIn(place.current)
    const next = chips[Math.min(focusAt.current, chips.length - 1)]?.querySelector('button') ?? addButton.current
    focusAt.current = undefined
    next?.focus()
  }, [criteria])
  const openKey = open?.key
  useEffect(() => {
    if (openKey === undefined) return
    // Of a criterion whose machines have a chip each the first one opens.
    const chip = place.current?.querySelector<HTMLElement>(`[data-key="${openKey}"], [data-key^="${openKey}#"]`)
    chip?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    // A popover is placed by where its chip stands when it opens.
    const frame = requestAnimationFrame(() =>
      setOpen((held) => held && { key: chip?.dataset.key ?? held.key, isInView: true }),
    )
    return () => cancelAnimationFrame(frame)
  }, [openKey])
  const chip: Chip = (index, said, machine) => {
    const criterion = criteria[index]!
    const attribute = schema.byCode.get(criterion.attribute)
    const key = chipKey(keys[index]!, machine)
    return (
      attribute && (
        <span data-key={key}>
          <CriterionChip
            criterion={criterion}
            attribute={attribute}
            schema={schema}
            {...(said && { said })}
            errors={errorsOf(errors, index)}
            note={<LiftedNote lifted={lifted.filter((one) => one.attribute === attribute.code)} schema={schema} />}
            isOpen={key === open?.key && open.isInView}
            onOpenChange={(next) => toggle(key, next)}
            onChange={(next) => onChange(criteria.with(index, next))}
            onRemove={() => remove(index, machine)}
          />
        </span>
      )
    )
  }
  const add = <AddCondition ref={addButton} board={board} criteria={criteria} schema={schema} onAdd={addOn} />
  return (
    <>
      <div ref={place}>{layout({ chip, add })}</div>
      <LiftedNote lifted={lifted.filter((one) => one.attribute !== openAttribute)} schema={schema} />
    </>
  )
}

const chipsIn = (place: HTMLElement | null) => [...(place?.querySelectorAll<HTMLElement>('[data-key]') ?? [])]
