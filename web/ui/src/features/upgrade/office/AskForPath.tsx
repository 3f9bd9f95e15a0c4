import { useMe } from '../../../api/session'
import AskOffice from '../../../enquiry/AskOffice'
import { useWords } from '../../../i18n/i18n'
import type { PathStep } from '../../../upgrade/types'
import { usePathWords } from '../pathWords'
import { askText } from './askText'
import { Introduce } from './Introduce'
import './office.css'

/** A firm asks the office to bring the sides of its path together; it sees, and may change, every word of it. */
export function AskForPath({ firm, steps }: { firm: string; steps: PathStep[] }) {
  const words = useWords()
  const names = usePathWords()
  const { me } = useMe()
  if (me?.firm !== firm || steps.length === 0) return null
  return (
    <section className="card path-ask no-print" aria-labelledby="upgrade-ask">
      <h2 id="upgrade-ask">{words.t('upgrade.office.title')}</h2>
      <Introduce firm={firm} steps={steps} />
      <AskOffice
        board="partners"
        criteria={[]}
        text={askText(steps, words, names)}
        offer={words.t('upgrade.office.offer')}
        label={words.t('upgrade.office.label')}
      />
    </section>
  )
}
