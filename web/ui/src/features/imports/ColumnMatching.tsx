import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Notice } from '../../kit/Notice'
import { type Contents, useKnownColumns } from './useUpload'
import { TableScroll } from '../../kit/TableScroll'

/** Each column of the file beside what it is taken for. */
export function ColumnMatching({
  kind,
  contents,
  columns,
  busy,
  tried,
  onMatch,
  onTry,
}: {
  kind: string
  contents: Contents
  /** The file's column to ours; nothing: it is left out. */
  columns: Record<string, string | null | undefined>
  busy: boolean
  tried: boolean
  onMatch: (theirs: string, ours: string | null) => void
  onTry: () => void
}) {
  const { t, text, format } = useWords()
  const known = useKnownColumns(kind)
  const taken = Object.values(columns).filter(Boolean)
  const twice = known.filter(({ name }) => taken.filter((ours) => ours === name).length > 1)
  const lacking = known.filter(({ name, required }) => required && !taken.includes(name))
  const open = Object.entries(columns).filter(([, ours]) => ours === undefined)
  return (
    <section className="card" aria-labelledby="match-title">
      <h2 id="match-title">{t('import.match')}</h2>
      {open.length > 0 && <Notice look="warn">{t('import.open', { count: open.length })}</Notice>}
      {lacking.length > 0 && (
        <Notice look="danger">
          {t('import.lacking', { names: format.list(lacking.map(({ label }) => text(label))) })}
        </Notice>
      )}
      {twice.length > 0 && (
        <Notice look="danger">
          {t('import.twice', { names: format.list(twice.map(({ label }) => text(label))) })}
        </Notice>
      )}
      <TableScroll label={t('import.theirs')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('import.theirs')}</th>
              <th scope="col">{t('import.example')}</th>
              <th scope="col">{t('import.ours')}</th>
            </tr>
          </thead>
          <tbody>
            {contents.columns.map(({ theirs, remembered }, index) =>
              theirs === '' ? null : (
                <tr key={theirs}>
                  <th scope="row">{theirs}</th>
                  <td className="meta">{contents.first.find(({ cells }) => cells[index])?.cells[index]}</td>
                  <td>
                    <select
                      className="input"
                      aria-label={t('import.oursOf', { name: theirs })}
                      value={columns[theirs] ?? ''}
                      disabled={busy}
                      onChange={(event) => onMatch(theirs, event.target.value || null)}
                    >
                      <option value="">{t('import.leaveOut')}</option>
                      {known.map(({ name, label }) => (
                        <option key={name} value={name}>
                          {text(label)}
                        </option>
                      ))}
                    </select>
                    {remembered && <span className="meta">{t('import.remembered')}</span>}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </TableScroll>
      <div className="row">
        <Button look={tried ? [] : 'primary'} disabled={busy || lacking.length > 0 || twice.length > 0} onClick={onTry}>
          {t(tried ? 'import.tryAgain' : 'import.try')}
        </Button>
        <span className="meta">{t('import.tryText')}</span>
      </div>
    </section>
  )
}
