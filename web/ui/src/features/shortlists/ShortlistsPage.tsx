import { Link } from 'wouter'
import { isOffice, useMe } from '../../api/session'
import type { Shortlist } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { ProblemNotice } from '../../kit/Notice'
import { PageHeading } from '../../kit/PageHeading'
import { PartyName } from '../../records/PartyName'
import { useShortlists } from '../../shortlists/useShortlists'

/** Every shortlist that the reader may see, the last kept first. */
export function ShortlistsPage() {
  const { t } = useWords()
  const { data, error, isPending } = useShortlists()
  const shown = data && [...data].sort((a, b) => (b.keptAt ?? '').localeCompare(a.keptAt ?? ''))
  return (
    <div className="page">
      <PageHeading title={t('nav.shortlists')} />
      <ProblemNotice error={error} />
      {isPending && <p className="meta">{t('loading')}</p>}
      {shown?.length === 0 && <p>{t('shortlist.none')}</p>}
      {shown?.map((shortlist) => (
        <ShortlistCard key={shortlist.id} shortlist={shortlist} />
      ))}
    </div>
  )
}

function ShortlistCard({ shortlist: { id, name, owner, items, keptAt } }: { shortlist: Shortlist }) {
  const { t, text, format } = useWords()
  const office = isOffice(useMe().me)
  return (
    <article className="card">
      <h2>
        <Link href={`/shortlists/${id}`}>{text(name) || t('shortlist.unnamed')}</Link>
      </h2>
      <p className="meta">
        {t('shortlist.count', { count: items.length })}
        {keptAt && ` · ${t('shortlist.keptOn', { day: format.instant(keptAt) })}`}
        {office && owner && (
          <>
            {' · '}
            <PartyName party={owner} />
          </>
        )}
      </p>
    </article>
  )
}
