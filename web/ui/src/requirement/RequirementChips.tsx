import type { Schema } from '../api/boards'
import type { Criterion } from '../api/types'
import { useWords } from '../i18n/i18n'
import { describeCriterion } from '../score/describe'
import { isComplete } from './draft'

/** The requirement at a glance; musts are marked in words. */
export function RequirementChips({ criteria, schema }: { criteria: Criterion[]; schema: Schema }) {
  const words = useWords()
  const musts = criteria.filter((entry) => (entry.strength ?? 'must') === 'must')
  const wishes = criteria.filter((entry) => entry.strength === 'prefer')
  return (
    <>
      <ul className="chips" tabIndex={0} aria-label={words.t('requirement.label')}>
        {[...musts, ...wishes].map((criterion, index) => (
          <li key={index} className={`chip ${criterion.strength ?? 'must'}`}>
            {(criterion.strength ?? 'must') === 'must' && (
              <span className="visually-hidden">{words.t('strength.must')} </span>
            )}
            {describeCriterion(criterion, schema, words)}
            {!isComplete(criterion) && <span className="open"> · {words.t('requirement.open')}</span>}
          </li>
        ))}
      </ul>
      <p className="chip-legend" aria-hidden="true">
        <span className="of-musts">{words.t('strength.must')}</span>
        <span>{words.t('strength.prefer')}</span>
      </p>
    </>
  )
}
