import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { fileCollections, rowOf } from '../../kinds/kinds'
import { Button } from '../../kit/Button'
import { ProblemNotice } from '../../kit/Notice'
import { ColumnMatching } from './ColumnMatching'
import { FoundFile } from './FoundFile'
import type { Step } from './Progress'
import { Result } from './Result'
import { type Plan, type Reading, type Upload, useContents, useUpload } from './useUpload'

/** A kept file on its way in: as it was left, also in another window or after the server came back. */
export function UploadedFile({
  id,
  onStep,
  onClose,
}: {
  id: string
  onStep: (step: Step) => void
  onClose: () => void
}) {
  const { t } = useWords()
  const file = useUpload(id)
  return (
    <>
      <ProblemNotice error={file.error} />
      {file.upload && <Way file={file} upload={file.upload} onStep={onStep} />}
      <div className="row">
        <Button look="quiet" onClick={onClose}>
          {t('import.another')}
        </Button>
      </div>
    </>
  )
}

const stepOf = ({ job }: Upload): Step => (!job ? 'match' : job.asked.dryRun || job.state !== 'done' ? 'check' : 'done')

function Way({
  file,
  upload,
  onStep,
}: {
  file: ReturnType<typeof useUpload>
  upload: Upload
  onStep: (step: Step) => void
}) {
  const cache = useQueryClient()
  const { job } = upload
  const [chosen, setChosen] = useState<Partial<Plan>>(() => job?.asked ?? {})
  const reading: Reading = {
    ...(chosen.sheet !== undefined && { sheet: chosen.sheet }),
    ...(chosen.headerRow !== undefined && { headerRow: chosen.headerRow }),
  }
  const { contents, error: unread } = useContents(upload, reading)
  const kind = chosen.kind ?? contents.kind ?? upload.kinds[0]!
  const { run, busy, error } = useSave<void>()
  const step = stepOf(upload)
  useEffect(() => onStep(step), [onStep, step])
  const isDone = job?.state === 'done' && !job.asked.dryRun
  useEffect(() => {
    const name = fileCollections.find((collection) => collection === kind)
    if (isDone && name) void cache.invalidateQueries({ queryKey: [rowOf(name).partOf ?? name] })
  }, [cache, isDone, kind])
  const change = (part: Partial<Plan>) => setChosen((before) => ({ ...before, ...part }))
  const columns = Object.fromEntries(
    contents.columns
      .filter(({ theirs }) => theirs !== '')
      .map(({ theirs, ours }) => [theirs, chosen.columns && theirs in chosen.columns ? chosen.columns[theirs] : ours]),
  )
  const start = (dryRun: boolean, part: Partial<Plan> = {}) => {
    const sent = Object.fromEntries(Object.entries(columns).map(([theirs, ours]) => [theirs, ours ?? null]))
    // A name that is not read stays out of the file: null says so.
    const plan = { ...chosen, ...part, kind, columns: sent as NonNullable<Plan['columns']>, dryRun }
    setChosen(plan)
    void run(() => file.start(plan))
  }
  const running = job?.state === 'running'
  return (
    <>
      <FoundFile
        upload={upload}
        contents={contents}
        kind={kind}
        disabled={running || isDone}
        onKind={(next) => change({ kind: next, columns: {} })}
        onReading={(next) => setChosen({ kind, ...next })}
      />
      <ProblemNotice error={unread} />
      {!isDone && (
        <ColumnMatching
          kind={kind}
          contents={contents}
          columns={columns}
          busy={busy || running}
          tried={job !== undefined}
          onMatch={(theirs, ours) => change({ columns: { ...chosen.columns, [theirs]: ours as string } })}
          onTry={() => start(true)}
        />
      )}
      <ProblemNotice error={error} />
      {job && (
        <Result
          upload={upload}
          job={job}
          chosen={chosen}
          contents={contents}
          busy={busy}
          onChange={change}
          onTry={() => start(true)}
          onImport={() => start(false)}
          onResume={() => void run(file.resume)}
          onStop={() => void run(file.stop)}
        />
      )}
    </>
  )
}
