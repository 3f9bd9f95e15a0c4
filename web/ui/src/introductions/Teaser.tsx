import { useSchema } from '../api/boards'
import type { Teaser as Told } from '../api/introductions'
import type { BoardCode } from '../api/types'
import { useWords } from '../i18n/i18n'
import { RequirementChips } from '../requirement/RequirementChips'
import { describeValue, labelOf } from '../score/describe'

/** What is told of a side before names are: what it is, what it looks for, what it offers. */
export function Teaser({ teaser, board }: { teaser: Told; board: BoardCode }) {
  const words = useWords()
  const { t } = words
  // Both what is sought and what is offered are of the introduction's board.
  const schema = useSchema(board)
  const { industry, size, needs = [], offers = {} } = teaser
  const who = [
    industry && t(`industry.${industry}`, { defaultValue: industry }),
    size && t(`introductions.size.${size}`),
  ].filter(Boolean)
  return (
    <div className="teaser">
      {who.length > 0 && <p>{who.join(' · ')}</p>}
      {needs.length > 0 && (
        <>
          <h3>{t('introductions.needs')}</h3>
          <RequirementChips criteria={needs} schema={schema} />
        </>
      )}
      {Object.keys(offers).length > 0 && (
        <>
          <h3>{t('introductions.offers')}</h3>
          <dl>
            {Object.entries(offers).map(([code, value]) => (
              <div key={code} className="fact">
                <dt>{labelOf(code, schema, words)}</dt>
                <dd className="nums">{describeValue(value, schema.byCode.get(code), words)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  )
}
