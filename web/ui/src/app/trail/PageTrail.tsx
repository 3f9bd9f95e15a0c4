import { useMe } from '../../api/session'
import { useWords } from '../../i18n/i18n'
import { Trail } from '../../kit/trail/Trail'
import { PartyName } from '../../records/PartyName'
import { parentsOf } from './parents'

/** The pages above a path by their names. */
export default function PageTrail({ path }: { path: string }) {
  const { t } = useWords()
  const { me } = useMe()
  const crumbs = parentsOf(path, me).map((parent) => ({
    href: parent.href,
    name: 'key' in parent ? t(parent.key) : <PartyName party={parent.party} />,
  }))
  return crumbs.length > 0 && <Trail crumbs={crumbs} />
}
