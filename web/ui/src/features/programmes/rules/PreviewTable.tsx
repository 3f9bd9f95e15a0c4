import { Link } from 'wouter'
import type { RulePreview } from '../../../api/programmes'
import { changeText } from '../../../funding/labels'
import { useProgrammes } from '../../../funding/useProgrammes'
import { useWords } from '../../../i18n/i18n'

/** Whose answer would be another. */
export function PreviewTable({ preview }: { preview: RulePreview }) {
  const words = useWords()
  const { t, text, format } = words
  const { data } = useProgrammes()
  const nameOf = (id: string) => data?.items.find((programme) => programme.id === id)?.shortName ?? id
  return (
    <div className="card" role="status">
      <p>{t('programmes.edit.would', { count: preview.count, looked: preview.looked, day: format.day(preview.on) })}</p>
      {preview.changed.length > 0 && (
        <ul className="programme-sources">
          {preview.changed.map(({ enterprise, firm, name, changes }) => (
            <li key={enterprise ?? `firms/${firm}`}>
              <Link href={enterprise ? `/enterprises/${enterprise}` : `/firms/${firm}`}>
                {text(name) || enterprise || firm}
              </Link>
              <ul>
                {changes.map((change) => (
                  <li key={change.programme}>
                    {nameOf(change.programme)}: {changeText(change, words)}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
