import { type ReactNode, useId } from 'react'
import type { Attribute, Criterion, Op } from '../api/types'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { CheckBox, Segments, SelectField } from '../kit/fields/Field'
import { withOp, withOperand } from './draft'
import { Operands } from './Operands'

/** One line of a requirement: what is asked, how strictly, and how much it counts. */
export function CriterionCard({
  criterion,
  attribute,
  errors,
  note,
  onChange,
  onRemove,
}: {
  criterion: Criterion
  attribute: Attribute
  /** Messages by operand, from a refusal of the server. */
  errors: Record<string, string[]>
  note: ReactNode
  onChange: (next: Criterion) => void
  onRemove: () => void
}) {
  const { t, text } = useWords()
  const id = useId()
  return (
    <li className="criterion" aria-labelledby={id}>
      <div className="criterion-head">
        <h3 id={id}>{text(attribute.label)}</h3>
        <Segments
          label={t('criterion.strength')}
          showLabel={false}
          value={criterion.strength ?? 'must'}
          options={(['must', 'prefer'] as const).map((value) => ({ value, label: t(`strength.${value}`) }))}
          onChange={(value) => onChange({ ...criterion, strength: value as 'must' | 'prefer' })}
        />
        <Button
          look={['quiet', 'icon']}
          aria-label={t('criterion.remove', { name: text(attribute.label) })}
          onClick={onRemove}
        >
          ✕
        </Button>
      </div>
      <div className="criterion-operands">
        {attribute.ops.length > 1 && (
          <SelectField
            label={t('criterion.op')}
            value={criterion.op}
            options={attribute.ops.map((op) => ({ value: op, label: opLabel(op) }))}
            onChange={(event) => onChange(withOp(criterion, event.target.value as Op))}
            errors={errors.op}
          />
        )}
        <Operands criterion={criterion} attribute={attribute} errors={errors} onChange={onChange} />
      </div>
      {note}
      <div className="criterion-weight">
        <label>
          <span className="meta">{t('criterion.weight')}</span>
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
        {(criterion.strength ?? 'must') === 'must' && (
          <CheckBox
            label={t('criterion.fixed')}
            checked={criterion.fixed ?? false}
            onChange={(event) => onChange(withOperand(criterion, 'fixed', event.target.checked || undefined))}
          />
        )}
      </div>
      {errors[''] && <p className="error">{errors[''].join(' ')}</p>}
    </li>
  )

  function opLabel(op: Op) {
    return t(attribute.kind === 'date' ? `op.date.${op}` : `op.${op}`)
  }
}
