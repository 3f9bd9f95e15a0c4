import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Segments } from '../../kit/fields/Field'
import { Notice, ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import type { ImportReport } from './report'
import { type FileCollection, fileCollections, rowOf } from '../../kinds/kinds'

/** A file is tried first; only then may it go in. */
export default function ImportsPage() {
  const { t } = useWords()
  const cache = useQueryClient()
  const [kind, setKind] = useState<FileCollection>('buildings')
  const [file, setFile] = useState<File>()
  const { run, clear, busy, result, error } = useSave<{ report: ImportReport; tried: boolean }>()
  const send = async (content: File, dryRun: boolean) => {
    const type = /\.(geo)?json$/i.test(content.name) ? 'application/geo+json' : 'text/csv'
    const report = await api.post('/api/imports/{kind}', { path: { kind }, query: { dryRun }, file: { content, type } })
    if (!dryRun) void cache.invalidateQueries({ queryKey: [rowOf(kind).partOf ?? kind] })
    return { report, tried: dryRun }
  }
  const start = (dryRun: boolean) => file && void run(() => send(file, dryRun))
  return (
    <div className="page">
      <PageHeading title={t('nav.imports')} />
      <section className="card" aria-labelledby="import-title">
        <h2 id="import-title">{t('import.title')}</h2>
        <Segments
          label={t('import.kind')}
          value={kind}
          options={fileCollections.map((value) => ({ value, label: t(`import.${value}`) }))}
          onChange={(value) => {
            setKind(value as FileCollection)
            clear()
          }}
        />
        <div className="field">
          <label htmlFor="import-file">{t('import.file')}</label>
          <input
            id="import-file"
            className="input"
            type="file"
            accept=".csv,.geojson,.json"
            onChange={(event) => {
              setFile(event.target.files?.[0])
              clear()
            }}
          />
        </div>
        <div className="row">
          <Button look="primary" disabled={!file || busy} onClick={() => start(true)}>
            {t('import.try')}
          </Button>
          <Button disabled={!result?.tried || busy} onClick={() => start(false)}>
            {t('import.run')}
          </Button>
          {busy && (
            <span className="meta" role="status">
              {t('loading')}
            </span>
          )}
        </div>
        <ProblemNotice error={error} />
        {result && <Report {...result} />}
      </section>
      <section className="card" aria-labelledby="export-title">
        <h2 id="export-title">{t('export.title')}</h2>
        {fileCollections.map((name) => (
          <p key={name} className="row">
            {t(`import.${name}`)}
            {['csv', 'geojson', 'xlsx'].map((format) => (
              <a key={format} className="button small" href={`/api/exports/${name}.${format}`} download>
                {format.toUpperCase()}
                <span className="visually-hidden"> {t(`import.${name}`)}</span>
              </a>
            ))}
          </p>
        ))}
      </section>
    </div>
  )
}

const shown = 200

function Report({ report, tried }: { report: ImportReport; tried: boolean }) {
  const { t, format } = useWords()
  const { read, created, updated, unchanged, rejected } = report
  return (
    <>
      <Notice look={rejected.length ? 'warn' : 'ok'}>
        {t(tried ? 'import.tried' : 'import.done')}{' '}
        {t('import.counts', { read, created, updated, unchanged, rejected: rejected.length })}
      </Notice>
      {rejected.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t('import.rejected')}>
          <table className="table">
            <caption className="visually-hidden">{t('import.rejected')}</caption>
            <thead>
              <tr>
                {['line', 'column', 'value', 'message'].map((key) => (
                  <th key={key} scope="col">
                    {t(`import.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rejected.slice(0, shown).map((cell, index) => (
                <tr key={index}>
                  <td>{cell.line}</td>
                  <td>{cell.column}</td>
                  <td>{cell.value}</td>
                  <td>{cell.message}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {rejected.length > shown && (
            <p className="meta">{t('import.moreRejected', { count: format.number(rejected.length - shown) })}</p>
          )}
        </div>
      )}
    </>
  )
}
