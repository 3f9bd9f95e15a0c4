import { useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { useWords } from '../../../i18n/i18n'
import type { Toast } from '../../../kit/overlays/Toasts'
import { TabSet } from '../../../kit/TabSet'
import type { DeskBoard } from '../../../live/desk/deskBoard'
import { useBoard } from '../../../live/desk/useDesk'
import type { Filter } from '../board/arrange'
import { Leads } from './Leads'
import { Ownerless } from './Ownerless'
import { fitsLead, isOwnerless } from './ranking'
import { Team } from './Team'

/** Beside the board: new matches, those that wait for an owner, and colleagues; under the board's own filter. */
export function Rail({
  board,
  filter,
  show,
}: {
  board: DeskBoard
  filter: Filter
  show: (look: Toast['look'], text: string) => void
}) {
  const { t, format } = useWords()
  const view = useBoard(board)
  const [search] = useSearchParams()
  const { takeable, ownerless } = useMemo(() => {
    const leads = view.leads.filter((lead) => fitsLead(lead, filter))
    return { takeable: leads.filter((lead) => !isOwnerless(lead)), ownerless: leads.filter(isOwnerless) }
  }, [view.leads, filter])
  return (
    <section className="rail" aria-label={t('desk.rail')}>
      <h2 className="visually-hidden">{t('desk.rail')}</h2>
      <TabSet
        label={t('desk.rail')}
        first={search.get('rail') ?? undefined}
        tabs={[
          {
            id: 'leads',
            title: t('desk.leads.all', { count: format.number(takeable.length) }),
            content: <Leads board={board} view={view} leads={takeable} filter={filter} show={show} />,
          },
          {
            id: 'ownerless',
            title: t('desk.leads.ownerless', { count: format.number(ownerless.length) }),
            content: <Ownerless leads={ownerless} show={show} />,
          },
          { id: 'team', title: t('desk.team.title'), content: <Team board={board} show={show} /> },
        ]}
      />
    </section>
  )
}
