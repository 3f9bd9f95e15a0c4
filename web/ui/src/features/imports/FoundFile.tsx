import { useWords } from '../../i18n/i18n'
import { SelectField, TextField } from '../../kit/fields/Field'
import type { Contents, Reading, Upload } from './useUpload'
import { TableScroll } from '../../kit/TableScroll'

const separators: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }

/** What was found in the file, and its first rows as they stand. */
export function FoundFile({
  upload,
  contents,
  kind,
  disabled,
  onKind,
  onReading,
}: {
  upload: Upload
  contents: Contents
  kind: string
  disabled: boolean
  onKind: (kind: string) => void
  onReading: (reading: Reading) => void
}) {
  const { t, format } = useWords()
  const { file, rows, columns, first } = contents
  const facts = [
    t('import.rows', { count: rows }),
    file.encoding,
    file.separator && t(`import.separator.${separators[file.separator] ?? 'other'}`),
    file.grid && t('import.grid'),
  ].filter(Boolean)
  const sheets = file.sheets ?? []
  return (
    <section className="card" aria-labelledby="found-title">
      <h2 id="found-title">{upload.name ?? t('import.found')}</h2>
      <p className="meta nums">{facts.join(' · ')}</p>
      <div className="grid">
        <SelectField
          label={t('import.kind')}
          value={kind}
          disabled={disabled}
          options={upload.kinds.map((value) => ({ value, label: t(`import.${value}`) }))}
          onChange={(event) => onKind(event.target.value)}
        />
        {sheets.length > 1 && (
          <SelectField
            label={t('import.sheet')}
            value={file.sheet ?? ''}
            disabled={disabled}
            options={sheets.map((value) => ({ value, label: value }))}
            onChange={(event) => onReading({ sheet: event.target.value })}
          />
        )}
        {file.headerRow !== undefined && (
          <TextField
            key={`${file.sheet} ${file.headerRow}`}
            label={t('import.headerRow')}
            type="number"
            min={1}
            disabled={disabled}
            defaultValue={file.headerRow}
            onBlur={(event) => {
              const row = event.target.valueAsNumber
              if (Number.isInteger(row) && row > 0 && row !== file.headerRow)
                onReading({ ...(file.sheet !== undefined && { sheet: file.sheet }), headerRow: row })
            }}
          />
        )}
      </div>
      <details className="group">
        <summary>
          <h3>{t('import.firstRows', { count: first.length })}</h3>
        </summary>
        <TableScroll label={t('import.firstRows', { count: first.length })}>
          <table className="table first-rows">
            <thead>
              <tr>
                <th scope="col">{t('import.line')}</th>
                {columns.map(({ theirs }, index) => (
                  <th key={index} scope="col">
                    {theirs}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {first.map(({ line, cells }) => (
                <tr key={line}>
                  <th scope="row" className="nums">
                    {format.number(line)}
                  </th>
                  {cells.map((cell, index) => (
                    <td key={index}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </details>
    </section>
  )
}
