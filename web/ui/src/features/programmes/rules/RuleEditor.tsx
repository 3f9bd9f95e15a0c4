import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ProblemError } from '../../../api/client'
import type { Edition, RulePreview, RuleVersion } from '../../../api/programmes'
import { useWords } from '../../../i18n/i18n'
import { hongKongDay } from '../../../kit/days/hongKong'
import { Button } from '../../../kit/Button'
import { Notice, ProblemNotice } from '../../../kit/Notice'
import { PreviewTable } from './PreviewTable'
import { withNext } from './rules'
import { VersionForm } from './VersionForm'

/** A rule's versions, for the operator: whose answer would change is seen before it is saved. */
export function RuleEditor({ edition, shape }: { edition: Edition; shape: string }) {
  const { t } = useWords()
  const cache = useQueryClient()
  const [versions, setVersions] = useState(edition.versions)
  const [preview, setPreview] = useState<RulePreview>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const change = (next: RuleVersion[]) => {
    setVersions(next)
    setPreview(undefined)
  }
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(undefined)
    await work().catch(setError)
    setBusy(false)
  }
  const look = () =>
    run(async () =>
      setPreview(await api.post('/api/programmes/{id}/preview', { path: { id: edition.id }, body: { versions } })),
    )
  const save = () =>
    run(async () => {
      await api.put('/api/programmes/{id}', { path: { id: edition.id }, body: { versions }, version: edition.version })
      await cache.invalidateQueries({ queryKey: ['programmes'] })
    })
  const errors = error instanceof ProblemError ? (error.problem.errors ?? {}) : {}
  return (
    <section className="programmes-cards" aria-labelledby="edit-title">
      <h2 id="edit-title">{t('programmes.edit.title')}</h2>
      {versions.map((version, index) => (
        <VersionForm
          key={index}
          version={version}
          shape={shape}
          errors={errorsOf(errors, index)}
          number={index + 1}
          onChange={(changed) => change(versions.map((version, at) => (at === index ? changed : version)))}
          {...(versions.length > 1 && { onRemove: () => change(versions.filter((_, at) => at !== index)) })}
        />
      ))}
      <div className="row">
        <Button onClick={() => change(withNext(versions, hongKongDay()))}>{t('programmes.edit.add')}</Button>
        <Button disabled={busy} onClick={() => void look()}>
          {t('programmes.edit.preview')}
        </Button>
        <Button look="primary" disabled={busy || !preview} onClick={() => void save()}>
          {t('programmes.edit.save')}
        </Button>
      </div>
      {!preview && <p className="meta">{t('programmes.edit.first')}</p>}
      {Object.keys(errors).length > 0 ? (
        <Notice look="danger">{t('programmes.edit.wrong')}</Notice>
      ) : (
        <ProblemNotice error={error} />
      )}
      {preview && <PreviewTable preview={preview} />}
    </section>
  )
}

/** The messages of one version, by the names of its fields. */
const errorsOf = (errors: Record<string, string[]>, index: number) =>
  Object.fromEntries(
    Object.entries(errors)
      .filter(([path]) => path.startsWith(`versions[${index}].`))
      .map(([path, messages]) => [path.slice(path.indexOf('.') + 1), messages]),
  )
