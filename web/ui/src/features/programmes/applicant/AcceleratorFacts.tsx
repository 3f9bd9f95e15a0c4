import { acceleratorCounts, isAccelerator, put, type Said, withAccelerator } from '../../../funding/programmes'
import { useWords } from '../../../i18n/i18n'
import { CheckBox } from '../../../kit/fields/Field'
import { WholeField } from '../../../kit/fields/WholeField'
import { YesNo } from './YesNo'

/** What the accelerator pilot asks, of an institution alone: to everybody else one box is shown, and no question. */
export function AcceleratorFacts({ said, onSay }: { said: Said; onSay: (said: Said) => void }) {
  const { t } = useWords()
  const runs = isAccelerator(said)
  return (
    <fieldset className="programme-rows">
      <legend className="label">{t('programmes.accelerator.title')}</legend>
      <CheckBox
        label={t('programmes.accelerator.runs')}
        checked={runs}
        onChange={(event) => onSay(withAccelerator(said, event.target.checked))}
      />
      {runs && (
        <>
          <YesNo flag="startUpServiceInstitution" said={said} onSay={onSay} />
          <YesNo flag="acceleratorBaseInHongKong" said={said} onSay={onSay} />
          {acceleratorCounts.map((count) => (
            <WholeField
              key={count}
              label={t(`programmes.fact.${count}`)}
              value={said.counts[count]}
              onChange={(value) => onSay({ ...said, counts: put(said.counts, count, value) })}
            />
          ))}
        </>
      )}
    </fieldset>
  )
}
