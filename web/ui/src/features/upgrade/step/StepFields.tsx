import { ArrowLeft, ArrowRight, Trash2 } from 'lucide-react'
import type { PathStep, UpgradeStep, UpgradeStepInfo } from '../../../upgrade/types'
import { useWords } from '../../../i18n/i18n'
import { Button } from '../../../kit/Button'
import { DayField } from '../../../kit/days/DayField'
import { hongKongDay } from '../../../kit/days/hongKong'
import { SelectField, TextField } from '../../../kit/fields/Field'
import { WholeField } from '../../../kit/fields/WholeField'
import { monthAfter } from '../draft'
import { monthText } from '../../../upgrade/months'
import { usePathWords } from '../pathWords'

const longestProof = 500
const monthsAhead = 120
const monthsBack = 36
const statuses = ['planned', 'applied', 'approved', 'done'] as const

/** What a step's fields and buttons do; what is undefined is left to the assumption again. */
export interface StepMoves {
  change: (step: string, change: { [Field in keyof UpgradeStep]?: UpgradeStep[Field] | undefined }) => void
  move: (step: string, by: -1 | 1) => void
  drop: (step: string) => void
  isOpen: (step: string) => boolean
  open: (step: string, isOpen: boolean) => void
  errors: (step: string, field: keyof UpgradeStep) => string[] | undefined
}

/** What the firm knows better than our assumption, and how far it is with the step. */
export function StepFields({
  step,
  own,
  info,
  index,
  count,
  moves,
}: {
  step: PathStep
  own: UpgradeStep
  info: UpgradeStepInfo | undefined
  index: number
  count: number
  moves: StepMoves
}) {
  const { t, format } = useWords()
  const { stepName } = usePathWords()
  const { step: id } = own
  const whose = <span className="visually-hidden">: {stepName(id)}</span>
  const set = (change: Parameters<StepMoves['change']>[1]) => moves.change(id, change)
  const errors = (field: keyof UpgradeStep) => moves.errors(id, field)
  return (
    <details
      className="step-fields"
      open={moves.isOpen(id)}
      onToggle={(event) => moves.open(id, event.currentTarget.open)}
    >
      <summary>
        {t('upgrade.edit.title')}
        {whose}
      </summary>
      <div className="step-moves">
        <Button look="small" disabled={index === 0} onClick={() => moves.move(id, -1)}>
          <ArrowLeft size={15} strokeWidth={1.9} aria-hidden /> {t('upgrade.edit.earlier')}
          {whose}
        </Button>
        <Button look="small" disabled={index === count - 1} onClick={() => moves.move(id, 1)}>
          {t('upgrade.edit.later')}
          {whose} <ArrowRight size={15} strokeWidth={1.9} aria-hidden />
        </Button>
        <Button look={['small', 'quiet']} onClick={() => moves.drop(id)}>
          <Trash2 size={15} strokeWidth={1.9} aria-hidden /> {t('upgrade.edit.drop')}
          {whose}
        </Button>
      </div>
      <WholeField
        label={t('upgrade.edit.cost')}
        value={own.cost}
        hint={
          info &&
          t(own.cost === undefined ? 'upgrade.edit.costAssumed' : 'upgrade.edit.costRange', {
            from: format.number(info.costLow, 0),
            to: format.number(info.costHigh, 0),
            cost: format.number(step.cost, 0),
          })
        }
        errors={errors('cost')}
        onChange={(cost) => set({ cost })}
      />
      <WholeField
        label={t('upgrade.edit.months')}
        value={own.months}
        hint={
          info &&
          t(own.months === undefined ? 'upgrade.edit.monthsAssumed' : 'upgrade.edit.monthsRange', {
            from: info.monthsLow,
            to: info.monthsHigh,
            months: step.months,
          })
        }
        errors={errors('months')}
        onChange={(months) => set({ months })}
      />
      <SelectField
        label={t('upgrade.edit.start')}
        value={own.start ?? ''}
        errors={errors('start')}
        options={[
          { value: '', label: t('upgrade.edit.startOpen', { month: monthText(step.start, format) }) },
          ...monthsFor(own).map((month) => ({ value: month, label: monthText(month, format) })),
        ]}
        onChange={(event) => set({ start: event.target.value || undefined })}
      />
      <SelectField
        label={t('upgrade.edit.status')}
        value={own.status}
        errors={errors('status')}
        options={statuses.map((value) => ({ value, label: t(`upgrade.status.${value}`) }))}
        onChange={(event) => set({ status: event.target.value as UpgradeStep['status'] })}
      />
      {own.status !== 'planned' && (
        <>
          <DayField
            label={t(`upgrade.edit.day.${own.status}`)}
            value={own.day ?? ''}
            errors={errors('day')}
            max={hongKongDay()}
            onChange={(day) => set({ day })}
          />
          <TextField
            label={t('upgrade.edit.proof')}
            hint={t('upgrade.edit.proofHint')}
            value={own.proof ?? ''}
            maxLength={longestProof}
            errors={errors('proof')}
            onChange={(event) => set({ proof: event.target.value })}
          />
        </>
      )}
    </details>
  )
}

/** This month and those that follow, the earlier ones too of a step that is under way, and the one that is set. */
function monthsFor({ status, start }: UpgradeStep) {
  const back = status === 'planned' ? 0 : monthsBack
  const months = Array.from({ length: back + monthsAhead }, (_, by) => monthAfter(hongKongDay(), by - back))
  return start && !months.includes(start) ? [start, ...months] : months
}
