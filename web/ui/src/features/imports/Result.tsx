import { linkTo } from '../../api/client'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { Notice } from '../../kit/Notice'
import { Duplicates } from './Duplicates'
import { Rejected } from './Rejected'
import type { Contents, Plan, Upload } from './useUpload'

type Job = NonNullable<Upload['job']>

/** What the trial found or the import did, with what can be mended. */
export function Result({
  upload,
  job,
  chosen,
  contents,
  busy,
  onChange,
  onTry,
  onImport,
  onResume,
  onStop,
}: {
  upload: Upload
  job: Job
  chosen: Partial<Plan>
  contents: Contents
  busy: boolean
  onChange: (part: Partial<Plan>) => void
  onTry: () => void
  onImport: () => void
  onResume: () => void
  onStop: () => void
}) {
  const { t, format } = useWords()
  const { report, state, asked, rows, done } = job
  const goesIn = report ? report.created + report.updated : 0
  // Corrections that the last trial has not seen.
  const mends = Object.entries(chosen.cells ?? {}).flatMap(([line, cells]) =>
    Object.entries(cells).filter(([theirs, value]) => asked.cells?.[line]?.[theirs] !== value),
  ).length
  const whole = state === 'done'
  return (
    <section className="card" aria-labelledby="result-title">
      <h2 id="result-title">{t(asked.dryRun ? 'import.trial' : 'import.import')}</h2>
      {state === 'running' && (
        <div className="row">
          <progress max={Math.max(rows, 1)} value={done} aria-label={t('import.progress')} />
          <span className="nums" role="status">
            {t('import.doneOf', { done: format.number(done), rows: format.number(rows) })}
          </span>
          <Button look="small" disabled={busy} onClick={onStop}>
            {t('import.stop')}
          </Button>
        </div>
      )}
      {(state === 'stopped' || state === 'interrupted') && (
        <>
          <Notice look="warn">{t(`import.${state}`, { done: format.number(done), rows: format.number(rows) })}</Notice>
          <div>
            <Button look="primary" disabled={busy} onClick={onResume}>
              {t('import.resume')}
            </Button>
          </div>
        </>
      )}
      {report && (
        <Notice look={report.rejected.length ? 'warn' : 'ok'}>
          {whole && t(asked.dryRun ? 'import.tried' : 'import.done')}{' '}
          {t('import.counts', { ...report, rejected: new Set(report.rejected.map(({ line }) => line)).size })}{' '}
          {(report.skipped ?? 0) + (report.merged ?? 0) > 0 &&
            t('import.known', { skipped: report.skipped ?? 0, merged: report.merged ?? 0 })}
        </Notice>
      )}
      {report && report.rejected.length > 0 && (
        <Rejected
          report={report}
          contents={contents}
          columns={asked.columns ?? {}}
          cells={chosen.cells ?? {}}
          fixed={!asked.dryRun || !whole}
          onCells={(cells) => onChange({ cells })}
        />
      )}
      {report && asked.dryRun && whole && (report.duplicates?.length ?? 0) > 0 && (
        <Duplicates kind={asked.kind} duplicates={report.duplicates!} chosen={chosen} onChange={onChange} />
      )}
      {whole && (
        <div className="row">
          {asked.dryRun && mends > 0 && (
            <Button look="primary" disabled={busy} onClick={onTry}>
              {t('import.tryMended', { count: mends })}
            </Button>
          )}
          {asked.dryRun && (
            <Button look={mends > 0 ? [] : 'primary'} disabled={busy || goesIn === 0} onClick={onImport}>
              {t('import.run', { count: goesIn })}
            </Button>
          )}
          {report && report.rejected.length > 0 && (
            <a className="button" href={linkTo('/api/uploads/{id}/rejected', { path: { id: upload.id } })} download>
              {t('import.download')}
            </a>
          )}
        </div>
      )}
    </section>
  )
}
