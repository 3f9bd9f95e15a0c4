import { useState } from 'react'
import { useSave } from '../api/useSave'
import { useWords } from '../i18n/i18n'
import { Button } from '../kit/Button'
import { DayField } from '../kit/days/DayField'
import { hongKongDay } from '../kit/days/hongKong'
import { SelectField, TextArea } from '../kit/fields/Field'
import { Notice, ProblemNotice } from '../kit/Notice'
import { useUnsavedGuard } from '../kit/unsaved/useUnsavedGuard'
import {
  countOf,
  draftOf,
  errorsByLine,
  isChanged,
  type Line,
  restored,
  rowsOf,
  without,
  withNew,
  withRow,
} from './draft'
import { RowTable } from './RowTable'
import type { EditedTable, Filter, TableVersion } from './types'

/** The next version: the rows of an earlier one as they are changed, the day on which it begins, and what it does. */
export function TableEditor<Row extends object, Preview>({
  table,
  basis,
  last,
  onPublished,
  onStale,
}: {
  table: EditedTable<Row, Preview>
  basis: TableVersion<Row>
  last: number
  onPublished: (number: number) => void
  onStale: () => Promise<unknown>
}) {
  const { t } = useWords()
  const [lines, setLines] = useState(() => draftOf(basis.rows))
  const [from, setFrom] = useState(hongKongDay())
  const [note, setNote] = useState('')
  const [filter, setFilter] = useState<Filter>({})
  const [open, setOpen] = useState<number | 'new'>()
  const [preview, setPreview] = useState<Preview>()
  const look = useSave()
  const publish = useSave()
  const dirty = isChanged(lines) || basis.version.number !== last
  useUnsavedGuard(isChanged(lines) && !publish.saved, t('unsaved'))
  const change = (next: Line<Row>[]) => {
    setLines(next)
    setPreview(undefined)
    look.clear()
    publish.clear()
  }
  // What another version would do is looked at anew once a colleague has published one.
  const again = () => {
    setPreview(undefined)
    return onStale()
  }
  const draft = () => ({ from, rows: rowsOf(lines), ...(note.trim() && { note }) })
  const { byLine, others } = errorsByLine({ ...look.errors, ...publish.errors }, lines, table.whole)
  const busy = look.busy || publish.busy
  const opened = typeof open === 'number' ? lines.find(({ id }) => id === open) : undefined
  const shown = lines.filter((line) => table.isShown(line.row ?? line.origin!, filter))
  return (
    <>
      <section className="card" aria-labelledby="table-rows">
        <h2 id="table-rows">{t('datedTable.next', { number: last + 1, base: basis.version.number })}</h2>
        <fieldset className="grid" aria-label={t(`${table.words}.filter`)}>
          {table.filters.map(({ name, options }) => (
            <SelectField
              key={name}
              label={t(`${table.words}.${name}`)}
              value={filter[name] ?? ''}
              options={[{ value: '', label: t('datedTable.all') }, ...options(filter)]}
              onChange={(event) => setFilter({ ...filter, [name]: event.target.value })}
            />
          ))}
        </fieldset>
        <div className="row">
          <Button onClick={() => setOpen('new')}>{t(`${table.words}.add`)}</Button>
          <span className="meta" role="status">
            {t(`${table.words}.shown`, { count: shown.length, all: lines.length })}
          </span>
        </div>
        <RowTable
          table={table}
          lines={shown}
          errors={byLine}
          onChange={setOpen}
          onRemove={(id) => change(without(lines, id))}
          onRestore={(id) => change(restored(lines, id))}
        />
      </section>
      <section className="card table-publish" aria-labelledby="table-publish">
        <h2 id="table-publish">{t('datedTable.publishTitle')}</h2>
        <p>
          {t('datedTable.changes', {
            added: countOf(lines, 'added'),
            changed: countOf(lines, 'changed'),
            removed: countOf(lines, 'removed'),
          })}
        </p>
        <DayField
          label={t('datedTable.begins')}
          hint={t(`${table.words}.beginsHint`)}
          required
          min={hongKongDay()}
          value={from}
          errors={others.from}
          onChange={(day) => {
            setFrom(day)
            setPreview(undefined)
          }}
        />
        <TextArea
          label={t('datedTable.why')}
          rows={2}
          value={note}
          errors={others.note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="row">
          <Button
            disabled={busy || !dirty || !from}
            onClick={() => void look.run(async () => setPreview(await table.preview(draft())))}
          >
            {t('datedTable.preview')}
          </Button>
          <Button
            look="primary"
            disabled={busy || !preview}
            onClick={() =>
              void publish.run(async () => {
                const { version } = await table.publish(draft(), last)
                onPublished(version.number)
              }, again)
            }
          >
            {t('datedTable.publish')}
          </Button>
        </div>
        {!preview && <p className="meta">{t(dirty ? 'datedTable.first' : `${table.words}.nothing`)}</p>}
        {byLine.size > 0 || others.rows ? (
          <Notice look="danger">{others.rows?.join(' ') ?? t(`${table.words}.wrong`, { count: byLine.size })}</Notice>
        ) : (
          <ProblemNotice error={publish.error ?? look.error} />
        )}
        {preview && (
          <div className="table-preview" role="status">
            {table.previewOf(preview)}
          </div>
        )}
      </section>
      {open !== undefined &&
        table.form({
          row: opened?.row,
          errors: opened ? (byLine.get(opened.id) ?? {}) : {},
          onClose: () => setOpen(undefined),
          onSave: (row) => {
            change(opened ? withRow(lines, opened.id, row) : withNew(lines, row))
            setOpen(undefined)
          },
        })}
    </>
  )
}
