import { Trash2 } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import type { Attribute, Criterion, Op } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { CheckBox, Segments, SelectField } from '../../kit/fields/Field'
import { Popup } from '../../kit/overlays/Popup'
import { withOp, withOperand } from '../draft'
import type { FieldErrors } from '../errors'
import { FineOperands, hasFineOperands, Operands } from '../Operands'
import { isMust } from './keys'
import './popup.css'

/** What one criterion asks, how strictly, and behind "fine-tune" how much it counts. Each change counts at once. */
export default function CriterionPopup({
  criterion,
  attribute,
  errors,
  note,
  triggerRef,
  onChange,
  onRemove,
  onClose,
}: {
  criterion: Criterion
  attribute: Attribute
  errors: FieldErrors
  note: ReactNode
  triggerRef: RefObject<HTMLElement | null>
  onChange: (next: Criterion) => void
  onRemove: () => void
  onClose: () => void
}) {
  const { t, text } = useWords()
  const asked = useRef<HTMLDivElement>(null)
  const reasons = [...new Set(Object.values(errors).flat())].join(' ')
  useEffect(() => {
    // On touch the keyboard would cover what was opened.
    if (matchMedia('(pointer: coarse)').matches) return
    asked.current
      ?.querySelector<HTMLElement>(':is(input:not([type=range]), .asked-value select)')
      ?.focus({ preventScroll: true })
  }, [])
  const name = text(attribute.label)
  return (
    <Popup label={name} triggerRef={triggerRef} onClose={onClose} className="criterion">
      <div className="criterion-head">
        <h3>{name}</h3>
        <Segments
          label={t('criterion.strength')}
          showLabel={false}
          value={criterion.strength ?? 'must'}
          options={(['must', 'prefer'] as const).map((value) => ({ value, label: t(`strength.${value}`) }))}
          onChange={(value) => onChange({ ...criterion, strength: value as 'must' | 'prefer' })}
        />
      </div>
      <div ref={asked} className="criterion-operands">
        {attribute.ops.length > 1 && (
          <SelectField
            label={t('criterion.op')}
            value={criterion.op}
            options={attribute.ops.map((op) => ({ value: op, label: opLabel(op) }))}
            onChange={(event) => onChange(withOp(criterion, event.target.value as Op))}
            errors={errors.op}
          />
        )}
        <div className="asked-value">
          <Operands criterion={criterion} attribute={attribute} errors={errors} onChange={onChange} />
        </div>
      </div>
      {note}
      {errors[''] && <p className="error">{errors[''].join(' ')}</p>}
      <details className="fine" open={Boolean(errors.ideal || errors.preferred) || undefined}>
        <summary>{t('criterion.fine')}</summary>
        <div className="fine-body">
          {hasFineOperands(criterion) && (
            <FineOperands criterion={criterion} attribute={attribute} errors={errors} onChange={onChange} />
          )}
          <label className="weight">
            <span>{t('criterion.weight')}</span>
            <input
              type="range"
              min={1}
              max={10}
              value={criterion.weight ?? 5}
              aria-valuetext={t('criterion.weightOf', { weight: criterion.weight ?? 5 })}
              onChange={(event) => onChange({ ...criterion, weight: Number(event.target.value) })}
            />
            <output className="nums">{criterion.weight ?? 5}</output>
          </label>
          {isMust(criterion) && attribute.kind !== 'path' && attribute.kind !== 'use' && (
            <CheckBox
              label={t('criterion.fixed')}
              checked={criterion.fixed ?? false}
              onChange={(event) => onChange(withOperand(criterion, 'fixed', event.target.checked || undefined))}
            />
          )}
        </div>
      </details>
      <div className="criterion-foot">
        <Button look={['small', 'quiet']} onClick={onRemove}>
          <Trash2 size={15} strokeWidth={1.9} aria-hidden />
          {t('criterion.leaveOut')}
        </Button>
        <Button look={['small', 'primary']} onClick={onClose}>
          {t('requirement.done')}
        </Button>
      </div>
      <p className="visually-hidden" role="status">
        {reasons}
      </p>
    </Popup>
  )

  function opLabel(op: Op) {
    return t(attribute.kind === 'date' ? `op.date.${op}` : `op.${op}`)
  }
}
