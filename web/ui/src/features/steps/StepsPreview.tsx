import { Link } from 'wouter'
import { useWords } from '../../i18n/i18n'
import type { StepPreview } from './words'

/** For how many of the firms that may be counted the path would be another, and which they are. */
export function StepsPreview({ preview: { on, firms, members } }: { preview: StepPreview }) {
  const { t, text, format } = useWords()
  return (
    <>
      <h3>
        {firms === undefined
          ? t('stepTable.withheld', { day: format.day(on) })
          : t('stepTable.would', { count: firms, day: format.day(on) })}
      </h3>
      <p className="meta">{t('stepTable.counted')}</p>
      {members.length > 0 && (
        <details>
          <summary>{t('stepTable.members', { count: members.length })}</summary>
          <ul>
            {members.map(({ id, name, sample }) => (
              <li key={id}>
                <Link href={`/firms/${encodeURIComponent(id)}/upgrade`}>{text(name) || id}</Link>{' '}
                {sample && <span className="tag sample">{t('sample')}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
