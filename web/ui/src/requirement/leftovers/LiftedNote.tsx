import { Undo2 } from 'lucide-react'
import type { Schema } from '../../api/boards'
import { useWords } from '../../i18n/i18n'
import { labelOf, shortValue } from '../../score/describe'
import type { Lifted } from './leftovers'

/** Says what a change has lifted, and from where. Always there, so that a screen reader hears what comes. */
export function LiftedNote({ lifted, schema }: { lifted: Lifted[]; schema: Schema }) {
  const words = useWords()
  const said = lifted.map(({ attribute, ideal, preferred }) => {
    const described = schema.byCode.get(attribute)
    const value = ideal ?? preferred
    return words.t(ideal !== undefined ? 'requirement.liftedIdeal' : 'requirement.liftedPreferred', {
      name: labelOf(attribute, schema, words),
      value: shortValue(value ?? null, described, words),
    })
  })
  return (
    <div className="lifted-note" role="status">
      {said.map((text) => (
        <p key={text}>
          <Undo2 size={15} strokeWidth={1.9} aria-hidden />
          {text}
        </p>
      ))}
    </div>
  )
}
