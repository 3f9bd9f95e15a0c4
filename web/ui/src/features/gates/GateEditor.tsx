import { useState } from 'react'
import { useSchema } from '../../api/boards'
import { api } from '../../api/client'
import type { GatePreview, GateVersionDetail } from './types'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { hongKongDay } from '../../kit/days/hongKong'
import { Button } from '../../kit/Button'
import { DayField } from '../../kit/days/DayField'
import { SelectField, TextArea } from '../../kit/fields/Field'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { useUnsavedGuard } from '../../kit/unsaved/useUnsavedGuard'
import {
  countOf,
  draftOf,
  errorsByLine,
  type Filter,
  isChanged,
  isShown,
  restored,
  rowsOf,
  without,
  withNew,
  withRow,
} from './draft'
import { PreviewOf } from './PreviewOf'
import { RowForm } from './RowForm'
import { RowTable } from './RowTable'
import { keysOf, useGateWords } from './words'

/** The next version: the rules of an earlier one as they are changed, the day on which it begins, and what it does. */
export function GateEditor({
  basis,
  last,
  onPublished,
  onStale,
}: {
  basis: GateVersionDetail
  last: number
  onPublished: (number: number) => void
  onStale: () => Promise<unknown>
}) {
  const { t } = useWords()
  const schema = useSchema('sites')
  const words = useGateWords(schema)
  const [lines, setLines] = useState(() => draftOf(basis.rows))
  const [from, setFrom] = useState(hongKongDay())
  const [note, setNote] = useState('')
  const [filter, setFilter] = useState<Filter>({ gate: '', key: '', use: '' })
  const [open, setOpen] = useState<number | 'new'>()
  const [preview, setPreview] = useState<GatePreview>()
  const look = useSave()
  const publish = useSave()
  const dirty = isChanged(lines) || basis.version.number !== last
  useUnsavedGuard(isChanged(lines) && !publish.saved, t('unsaved'))
  const change = (next: typeof lines) => {
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
  const { byLine, others } = errorsByLine({ ...look.errors, ...publish.errors }, lines)
  const busy = look.busy || publish.busy
  const opened = typeof open === 'number' ? lines.find(({ id }) => id === open) : undefined
  const shown = lines.filter((line) => isShown(line, filter))
  const choice = (name: keyof Filter, options: { value: string; label: string }[]) => (
    <SelectField
      label={t(`gateTable.${name}`)}
      value={filter[name]}
      options={[{ value: '', label: t('gateTable.all') }, ...options]}
      onChange={(event) => setFilter({ ...filter, [name]: event.target.value })}
    />
  )
  return (
    <>
      <section className="card" aria-labelledby="gate-rows">
        <h2 id="gate-rows">{t('gateTable.next', { number: last + 1, base: basis.version.number })}</h2>
        <fieldset className="grid" aria-label={t('gateTable.filter')}>
          {choice('gate', words.gates)}
          {choice('key', keysOf(words, filter.gate))}
          {choice('use', words.uses)}
        </fieldset>
        <div className="row">
          <Button onClick={() => setOpen('new')}>{t('gateTable.add')}</Button>
          <span className="meta" role="status">
            {t('gateTable.shown', { count: shown.length, all: lines.length })}
          </span>
        </div>
        <RowTable
          lines={shown}
          words={words}
          errors={byLine}
          onChange={setOpen}
          onRemove={(id) => change(without(lines, id))}
          onRestore={(id) => change(restored(lines, id))}
        />
      </section>
      <section className="card gate-publish" aria-labelledby="gate-publish">
        <h2 id="gate-publish">{t('gateTable.publishTitle')}</h2>
        <p>
          {t('gateTable.changes', {
            added: countOf(lines, 'added'),
            changed: countOf(lines, 'changed'),
            removed: countOf(lines, 'removed'),
          })}
        </p>
        <DayField
          label={t('gateTable.begins')}
          hint={t('gateTable.beginsHint')}
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
          label={t('gateTable.why')}
          rows={2}
          value={note}
          errors={others.note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="row">
          <Button
            disabled={busy || !dirty || !from}
            onClick={() =>
              void look.run(async () => setPreview(await api.post('/api/gates/preview', { body: draft() })))
            }
          >
            {t('gateTable.preview')}
          </Button>
          <Button
            look="primary"
            disabled={busy || !preview}
            onClick={() =>
              void publish.run(async () => {
                const { version } = await api.post('/api/gates', { body: draft(), version: last })
                onPublished(version.number)
              }, again)
            }
          >
            {t('gateTable.publish')}
          </Button>
        </div>
        {!preview && <p className="meta">{t(dirty ? 'gateTable.first' : 'gateTable.nothing')}</p>}
        {byLine.size > 0 || others.rows ? (
          <Notice look="danger">{others.rows?.join(' ') ?? t('gateTable.wrong', { count: byLine.size })}</Notice>
        ) : (
          <ProblemNotice error={publish.error ?? look.error} />
        )}
        {preview && <PreviewOf preview={preview} words={words} />}
      </section>
      {open !== undefined && (
        <RowForm
          row={opened?.row}
          words={words}
          errors={opened ? (byLine.get(opened.id) ?? {}) : {}}
          onClose={() => setOpen(undefined)}
          onSave={(row) => {
            change(opened ? withRow(lines, opened.id, row) : withNew(lines, row))
            setOpen(undefined)
          }}
        />
      )}
    </>
  )
}
