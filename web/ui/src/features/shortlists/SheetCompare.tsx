import { useState } from 'react'
import { useSchema } from '../../api/boards'
import { useWords } from '../../i18n/i18n'
import { CheckBox } from '../../kit/fields/Field'
import Comparison from '../../matches/compare/Comparison'
import { most } from '../../matches/compare/picks'
import { useIndustry } from '../../uses/useIndustry'
import { columnOf, nameOf, type SheetBoard, sideBySide } from './sheet'

/** What was kept of one board, up to six side by side; of more the reader chooses. */
export function SheetCompare({
  kept: { board, criteria, items },
  seeker,
}: {
  kept: SheetBoard
  /** Whose shortlist it is; left out: the reader does not learn it. */
  seeker?: string | undefined
}) {
  const words = useWords()
  const { t } = words
  const schema = useSchema(board)
  const industry = useIndustry(seeker)
  const [chosen, setChosen] = useState<string[]>()
  const shown = sideBySide(items, chosen)
  const ids = shown.map(({ item }) => item)
  const isFull = ids.length >= most
  return (
    <section className="sheet-board" aria-label={t(`nav.${board}`)}>
      {items.length > 2 && (
        <fieldset className="sheet-choice no-print">
          <legend>{t('shortlist.choose', { most })}</legend>
          {items.map((item) => (
            <CheckBox
              key={item.item}
              label={nameOf(item, words)}
              checked={ids.includes(item.item)}
              disabled={isFull && !ids.includes(item.item)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...ids, item.item] : ids.filter((id) => id !== item.item))
              }
            />
          ))}
        </fieldset>
      )}
      {shown.length > 0 && (
        <Comparison
          columns={shown.map((item) => columnOf(item, words))}
          criteria={criteria}
          schema={schema}
          industry={industry}
          ready={schema.byCode.size > 0}
        />
      )}
    </section>
  )
}
