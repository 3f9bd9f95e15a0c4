import { useWords } from '../../i18n/i18n'
import { QuantityField } from '../../kit/fields/QuantityField'
import { WholeField } from '../../kit/fields/WholeField'
import type { Errors } from '../../kit/overlays/FormDialog'

/** What came of an introduction that landed, as far as it is known. */
export interface Landed {
  /** People. */
  jobs?: number | undefined
  /** m² */
  floorArea?: number | undefined
  /** HKD */
  investment?: number | undefined
}

export const landedFields = ['jobs', 'floorArea', 'investment'] as const
const area = { unit: 'm2', min: 0, max: 1_000_000, step: 0.1 }

/** Jobs, floor area and investment, which the figures add up; each may be left open. */
export function LandedFields({
  landed,
  errors,
  onChange,
}: {
  landed: Landed
  errors: Errors
  onChange: (landed: Landed) => void
}) {
  const { t } = useWords()
  return (
    <fieldset>
      <legend>{t('desk.landed.title')}</legend>
      <p className="meta">{t('desk.landed.hint')}</p>
      <WholeField
        label={t('desk.landed.jobs')}
        value={landed.jobs}
        errors={errors.jobs}
        onChange={(jobs) => onChange({ ...landed, jobs })}
      />
      <QuantityField
        label={t('desk.landed.floorArea')}
        value={landed.floorArea}
        attribute={area}
        errors={errors.floorArea}
        onChange={(floorArea) => onChange({ ...landed, floorArea })}
      />
      <WholeField
        label={t('desk.landed.investment')}
        value={landed.investment}
        errors={errors.investment}
        onChange={(investment) => onChange({ ...landed, investment })}
      />
    </fieldset>
  )
}
