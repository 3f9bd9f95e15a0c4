import { useWords } from '../../i18n/i18n'
import { pageOf } from '../../kinds/kinds'
import { Link } from 'wouter'
import { SelectField } from '../../kit/fields/Field'
import type { Plan, Report } from './useUpload'

const actions = ['create', 'skip', 'merge'] as const
type Action = (typeof actions)[number]
type Row = NonNullable<Report['duplicates']>[number]

const shown = 200

/** New rows that seem to be known already: what becomes of all, and of each. */
export function Duplicates({
  kind,
  duplicates,
  chosen,
  onChange,
}: {
  kind: string
  duplicates: Row[]
  chosen: Partial<Plan>
  onChange: (part: Partial<Plan>) => void
}) {
  const { t, text, format } = useWords()
  const options = actions.map((value) => ({ value, label: t(`import.duplicate.${value}`) }))
  const all = chosen.duplicates ?? 'create'
  return (
    <section aria-labelledby="duplicates-title" className="duplicates">
      <h3 id="duplicates-title">{t('import.duplicates', { count: duplicates.length })}</h3>
      <SelectField
        label={t('import.duplicate.all')}
        value={all}
        options={options}
        onChange={(event) => onChange({ duplicates: event.target.value as Action, decisions: {} })}
      />
      <ul className="rows">
        {duplicates.slice(0, shown).map((row) => (
          <li key={row.line}>
            <div>
              <p>
                {t('import.duplicate.is', { line: format.number(row.line), id: row.id })}{' '}
                {row.ofLine ? (
                  t('import.duplicate.ofLine', { line: format.number(row.ofLine) })
                ) : (
                  <Link href={pageOf(`${kind}/${row.of}`) ?? '#'}>{text(row.name) || row.of}</Link>
                )}
              </p>
              <p className="meta">{row.reasons.map((reason) => t(`duplicates.reason.${reason}`)).join(' · ')}</p>
            </div>
            <select
              className="input"
              aria-label={t('import.duplicate.of', { line: row.line })}
              value={chosen.decisions?.[row.line] ?? all}
              onChange={(event) =>
                onChange({ decisions: { ...chosen.decisions, [row.line]: event.target.value as Action } })
              }
            >
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      {duplicates.length > shown && (
        <p className="meta">{t('import.moreRejected', { count: format.number(duplicates.length - shown) })}</p>
      )}
    </section>
  )
}
