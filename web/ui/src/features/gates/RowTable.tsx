import type { GateRow } from './types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { TableScroll } from '../../kit/TableScroll'
import { conditionOf, daysOf, UseWord } from '../../uses/Gates'
import { changeOf, type Line } from './draft'
import { type GateWords, keyOf, labelIn } from './words'

/** The rules, each with what the next version does to it. */
export function RowTable({
  lines,
  words,
  errors,
  onChange,
  onRemove,
  onRestore,
}: {
  lines: Line[]
  words: GateWords
  errors: ReadonlyMap<number, Record<string, string[]>>
  onChange: (id: number) => void
  onRemove: (id: number) => void
  onRestore: (id: number) => void
}) {
  const { t } = useWords()
  return (
    <TableScroll label={t('gateTable.rules')}>
      <table className="table gate-table">
        <thead>
          <tr>
            {['gate', 'key', 'use', 'verdict', 'days', 'source'].map((name) => (
              <th key={name} scope="col">
                {t(`gateTable.${name}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const row = line.row ?? line.origin!
            const change = changeOf(line)
            const name = `${keyOf(words, row)} – ${labelIn(words.uses, row.use)}`
            const wrong = Object.values(errors.get(line.id) ?? {}).flat()
            return (
              <tr key={line.id} className={change}>
                <Cells row={row} words={words} />
                <td>
                  {change !== 'same' && <span className="gate-change">{t(`gateTable.${change}`)}</span>}
                  {wrong.length > 0 && <span className="error">{wrong.join(' ')}</span>}
                  <div className="row">
                    {line.row ? (
                      <>
                        <Button
                          look="small"
                          aria-label={t('gateTable.changeOf', { name })}
                          onClick={() => onChange(line.id)}
                        >
                          {t('gateTable.change')}
                        </Button>
                        <Button
                          look="small"
                          aria-label={t('gateTable.removeOf', { name })}
                          onClick={() => onRemove(line.id)}
                        >
                          {t('gateTable.remove')}
                        </Button>
                      </>
                    ) : null}
                    {line.origin && change !== 'same' && (
                      <Button
                        look="small"
                        aria-label={t('gateTable.restoreOf', { name })}
                        onClick={() => onRestore(line.id)}
                      >
                        {t('gateTable.restore')}
                      </Button>
                    )}
                  </div>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** What one rule says. */
export function Cells({ row, words }: { row: GateRow; words: GateWords }) {
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
      <td>{daysOf(row, say) || t('gateTable.always')}</td>
      <td className="gate-source-cell">
        {row.condition && <p>{t('gates.if', { condition: conditionOf(row.condition, say) })}</p>}
        <p className="meta">{row.source}</p>
        {row.note && <p className="meta">{t('gateTable.noteOf', { note: row.note })}</p>}
      </td>
    </>
  )
}
