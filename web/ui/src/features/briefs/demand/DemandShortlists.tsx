import { useLocation } from 'wouter'
import { useWords } from '../../../i18n/i18n'
import { MenuButton } from '../../../kit/overlays/MenuButton'
import { useShortlistsOf } from '../../../shortlists/useShortlists'

/** The shortlists that were kept of a demand; nothing where there are none. */
export function DemandShortlists({ demand }: { demand: string }) {
  const { t, text } = useWords()
  const [, go] = useLocation()
  const { data = [] } = useShortlistsOf(demand)
  if (data.length === 0) return null
  const face = t('shortlist.ofDemand', { count: data.length })
  return (
    <MenuButton
      label={face}
      face={face}
      look="word"
      choices={data.map(({ id, name }) => ({ id, label: text(name) || t('shortlist.unnamed') }))}
      onChoose={(id) => go(`/shortlists/${id}`)}
    />
  )
}
