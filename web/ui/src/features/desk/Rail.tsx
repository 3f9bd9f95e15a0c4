import { useWords } from '../../i18n/i18n'
import { TabSet } from '../../kit/TabSet'
import type { Toast } from '../../kit/Toasts'
import type { DeskBoard } from './board'
import { Leads } from './Leads'
import { Team } from './Team'

/** Beside the board: what could be taken up, and who has how much. */
export function Rail({ board, show }: { board: DeskBoard; show: (look: Toast['look'], text: string) => void }) {
  const { t } = useWords()
  return (
    <section className="rail" aria-label={t('desk.rail')}>
      <h2 className="visually-hidden">{t('desk.rail')}</h2>
      <TabSet label={t('desk.rail')} tabs={[
        { id: 'leads', title: t('desk.leads.title'), content: <Leads board={board} show={show} /> },
        { id: 'team', title: t('desk.team.title'), content: <Team board={board} show={show} /> },
      ]} />
    </section>
  )
}
