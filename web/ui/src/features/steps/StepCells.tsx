import { useWords } from '../../i18n/i18n'
import { type ListField, type StepRow, type StepWords } from './words'

/** What one step says. */
export function StepCells({ row, words }: { row: StepRow; words: StepWords }) {
  const { t, text, format } = useWords()
  const names = (field: ListField) => format.list(row[field].map((code) => words.nameOf(words.lists[field], code)))
  const line = (field: ListField) =>
    row[field].length > 0 && (
      <p className="meta">{t('datedTable.field', { name: t(`stepTable.${field}`), value: names(field) })}</p>
    )
  return (
    <>
      <th scope="row">
        {text(row.name) || row.id}
        <p className="meta">{row.id}</p>
      </th>
      <td>
        <p>{words.nameOf(words.dimensions, row.dimension)}</p>
        <p>{names('symptoms')}</p>
        <p className="meta nums">{t('stepTable.levels', { from: row.levelFrom, to: row.levelTo })}</p>
        {row.certification && (
          <p className="meta">
            {t('datedTable.field', {
              name: t('stepTable.certification'),
              value: words.nameOf(words.certifications, row.certification),
            })}
          </p>
        )}
      </td>
      <td>
        <p>{names('builders')}</p>
        {line('fields')}
        {line('needs')}
      </td>
      <td>
        <p>{names('programmes')}</p>
        {line('training')}
      </td>
      <td className="nums">
        <p>{t('stepTable.months', { from: row.monthsLow, to: row.monthsHigh })}</p>
        <p>{t('upgrade.money.between', { from: format.number(row.costLow, 0), to: format.number(row.costHigh, 0) })}</p>
      </td>
      <td className="source-cell">
        <p className="meta">{row.basis === ownAssumption ? t('stepTable.own') : row.basis}</p>
      </td>
    </>
  )
}

/** What the shipped table writes where no source stands behind a range. */
const ownAssumption = 'own assumption'
