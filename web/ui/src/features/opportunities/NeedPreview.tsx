import type { Schema } from '../../api/boards'
import type { Opportunity } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Facts } from '../../matches/detail/Facts'
import { profileName } from '../../matches/list/names'
import { seenByOthers } from './seenByOthers'

/** Exactly what firms will read: an alias in place of the name, and nothing of whose it is. */
export function NeedPreview({ need, schema }: { need: Opportunity; schema: Schema }) {
  const words = useWords()
  const { t } = words
  const seen = seenByOthers(need)
  return (
    <section className="card preview" aria-labelledby="preview">
      <h2 id="preview">{t('need.preview')}</h2>
      <p className="meta">{t(need.public ? 'need.previewPublic' : 'need.previewDraft')}</p>
      <div className="preview-box">
        <h3>{profileName('opportunities', seen.id, seen, words)}</h3>
        <Facts record={seen} building={undefined} schema={schema} />
      </div>
    </section>
  )
}
