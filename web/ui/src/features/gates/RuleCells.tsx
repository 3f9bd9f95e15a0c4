import { useWords } from '../../i18n/i18n'
import { conditionOf, daysOf, UseWord } from '../../uses/Gates'
import type { GateRow } from './types'
import { type GateWords, keyOf, labelIn } from './words'

/** What one rule says. */
export function RuleCells({ row, words }: { row: GateRow; words: GateWords }) {
  const say = useWords()
  const { t } = say
  return (
    <>
      <td>{labelIn(words.gates, row.gate)}</td>
      <td>{keyOf(words, row)}</td>
      <td>{labelIn(words.uses, row.use)}</td>
      <td>
        <UseWord verdict={row.verdict} />
      </td>
      <td>{daysOf(row, say) || t('datedTable.always')}</td>
      <td className="source-cell">
        {row.condition && <p>{t('gates.if', { condition: conditionOf(row.condition, say) })}</p>}
        <p className="meta">{row.source}</p>
        {row.note && <p className="meta">{t('gateTable.noteOf', { note: row.note })}</p>}
      </td>
    </>
  )
}
