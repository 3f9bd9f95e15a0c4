import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { api } from '../../api/client'
import { useMe } from '../../api/session'
import { useSave } from '../../api/useSave'
import { useWords } from '../../i18n/i18n'
import { fileCollections } from '../../kinds/kinds'
import { readerOf } from '../../kinds/readers'
import { ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { Progress, type Step } from './Progress'
import { UploadedFile } from './UploadedFile'
import './imports.css'

/** A file comes in by steps, and may be left and come back to: its address names it. */
export default function ImportsPage() {
  const { t } = useWords()
  const { me } = useMe()
  const [search, setSearch] = useSearchParams()
  const id = search.get('upload') ?? undefined
  const [step, setStep] = useState<Step>('choose')
  const open = (upload: string | undefined) => {
    setStep('choose')
    setSearch(upload ? { upload } : {})
  }
  return (
    <div className="page">
      <PageHeading title={t('nav.imports')} />
      <Progress now={id ? step : 'choose'} />
      {id ? (
        <UploadedFile key={id} id={id} onStep={setStep} onClose={() => open(undefined)} />
      ) : (
        <Choose onKept={open} />
      )}
      {!id && readerOf(me) === 'office' && <Exports />}
    </div>
  )
}

const mediaTypes: [RegExp, string][] = [
  [/\.xls[xm]$/i, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [/\.(geo)?json$/i, 'application/geo+json'],
]
const typeOf = ({ name }: File) => mediaTypes.find(([ending]) => ending.test(name))?.[1] ?? 'text/csv'

function Choose({ onKept }: { onKept: (id: string) => void }) {
  const { t } = useWords()
  const { run, busy, error } = useSave<void>()
  const [over, setOver] = useState(false)
  const keep = (file: File | undefined) =>
    file &&
    void run(async () => {
      const kept = await api.post('/api/uploads', {
        query: { name: file.name.slice(0, 200) },
        file: { content: file, type: typeOf(file) },
      })
      onKept(kept.id)
    })
  return (
    <section
      className={`card drop${over ? ' over' : ''}`}
      aria-labelledby="import-title"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        keep(event.dataTransfer.files[0])
      }}
    >
      <h2 id="import-title">{t('import.title')}</h2>
      <p>{t('import.welcome')}</p>
      <div className="field">
        <span id="import-file-label" className="label">
          {t('import.file')}
        </span>
        {/* The browser's own button would speak the browser's language. */}
        <label className="button file-button">
          <FileUp size={16} strokeWidth={1.9} aria-hidden />
          <span id="import-choose">{t('import.choose')}</span>
          <input
            className="visually-hidden"
            type="file"
            id="import-file"
            aria-labelledby="import-choose import-file-label"
            disabled={busy}
            accept=".xlsx,.xlsm,.csv,.tsv,.txt,.geojson,.json"
            onChange={(event) => keep(event.target.files?.[0])}
          />
        </label>
        <span className="meta can-drop">{t('import.drop')}</span>
      </div>
      <p className="meta" role="status">
        {busy ? t('import.reading') : t('import.private')}
      </p>
      <ProblemNotice error={error} />
    </section>
  )
}

function Exports() {
  const { t } = useWords()
  return (
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
  )
}
