import { Link } from 'wouter'
import type { UpgradePath } from '../../../upgrade/types'
import { GrantBar } from '../../../funding/GrantBar'
import { useProgrammes } from '../../../funding/useProgrammes'
import { useWords } from '../../../i18n/i18n'
import { grantsOf } from '../../../upgrade/grants'
import { useKeptPath } from '../../../upgrade/queries'
import { HomeCard } from './pieces'

/** Who pays for the steps that the firm keeps, or how it finds out. */
export function UpgradeCard({ firm }: { firm: string }) {
  const { t } = useWords()
  const { data: path } = useKeptPath(firm)
  if (!path) return null
  if (path.steps.length > 0) return <WhoPays path={path} />
  const isAnswered = path.suggestions.some(({ symptoms, wanted }) => wanted || symptoms.length > 0)
  return (
    <HomeCard title={t('home.upgrade.title')}>
      <p>{t(isAnswered ? 'home.upgrade.answered' : 'home.upgrade.invitation')}</p>
      <div className="row">
        <Link href="/upgrade" className="button primary">
          {t(isAnswered ? 'home.upgrade.see' : 'home.upgrade.begin')}
        </Link>
      </div>
    </HomeCard>
  )
}

function WhoPays({ path }: { path: UpgradePath }) {
  const { t, text, format } = useWords()
  const { data: programmes } = useProgrammes()
  const nameOf = (id: string) => text(programmes?.items.find((each) => each.id === id)?.name) || id
  const grants = grantsOf(path).map((each) => ({ ...each, name: nameOf(each.programme) }))
  const { totals, steps } = path
  return (
    <HomeCard title={t('home.upgrade.title')} note={t('upgrade.totals.ceilings')}>
      <p className="home-grant">
        <b className="nums">{format.money(totals.grants)}</b>{' '}
        {t('home.upgrade.of', { amount: format.money(totals.cost), count: steps.length })}
      </p>
      {totals.cost > 0 && <GrantBar cost={totals.cost} grants={grants} />}
      <div className="row">
        <Link href="/upgrade" className="button primary">
          {t('home.upgrade.see')}
        </Link>
      </div>
    </HomeCard>
  )
}
