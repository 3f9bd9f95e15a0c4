import { type ReactNode } from 'react'
import { Link } from 'wouter'
import { useSchema } from '../../../api/boards'
import { requirementPath } from '../../../brief/address'
import { useWords } from '../../../i18n/i18n'
import { QuantityField } from '../../../kit/fields/QuantityField'
import { WholeField } from '../../../kit/fields/WholeField'
import { ProblemNotice } from '../../../kit/Notice'
import type { PlaceNeeds, UpgradePath, UpgradeStep } from '../../../upgrade/types'
import { whole } from '../draft'
import { usePathWords } from '../pathWords'
import { PlaceCard } from './PlaceCard'
import { numbersOf } from './places'
import './places.css'
import { usePlaces } from './usePlaces'

/** Stay and refit, move within a walk, or move to an InnoPark: the same steps at each, side by side. */
export function Places({
  firm,
  steps,
  totals,
  needs,
  onNeeds,
}: {
  firm: string
  steps: readonly UpgradeStep[]
  totals: UpgradePath['totals']
  /** What the firm states of its unit and its machines; nothing of it is kept. */
  needs: PlaceNeeds
  onNeeds: (needs: PlaceNeeds) => void
}) {
  const { t, text, format } = useWords()
  const { byCode } = useSchema('sites')
  const { stepOf } = usePathWords()
  const { places, error, problems } = usePlaces(firm, steps, needs)
  const set = (change: { [Code in keyof PlaceNeeds]?: number | undefined }) =>
    onNeeds(whole({ ...needs, ...change }) as PlaceNeeds)
  const asked = steps.flatMap(({ step }) => stepOf(step)?.needs ?? [])
  const profile = <Link href={`/firms/${firm}`}>{t('upgrade.places.profile')}</Link>
  const rent = needs.monthlyRent
  if (steps.length === 0) return null
  return (
    <section className="card path-places no-print" aria-labelledby="upgrade-places">
      <h2 id="upgrade-places">{t('upgrade.places.title')}</h2>
      <p className="meta">
        {t('upgrade.places.money', {
          cost: format.money(totals.cost),
          grants: format.money(totals.grants),
          own: format.money(totals.own),
        })}
      </p>
      <details className="places-tell">
        <summary>{t('upgrade.places.tell')}</summary>
        <div className="places-fields">
          <WholeField
            label={t('upgrade.places.rentNow')}
            value={rent}
            errors={problems['needs.monthlyRent']}
            onChange={(monthlyRent) => set({ monthlyRent })}
          />
          {(['area', ...numbersOf(asked)] as const).flatMap((code) => {
            const attribute = byCode.get(code)
            return attribute
              ? [
                  <QuantityField
                    key={code}
                    label={t(code === 'area' ? 'upgrade.places.areaNow' : 'upgrade.places.machines', {
                      name: text(attribute.label),
                    })}
                    attribute={attribute}
                    value={needs[code]}
                    errors={problems[`needs.${code}`]}
                    onChange={(value) => set({ [code]: value })}
                  />,
                ]
              : []
          })}
        </div>
      </details>
      <ProblemNotice error={Object.keys(problems).length > 0 ? undefined : error} />
      {!places && !error && (
        <p className="meta" role="status">
          {t('loading')}
        </p>
      )}
      {places && (
        <>
          <div className="place-columns">
            <Column title={t('upgrade.places.stay')}>
              {places.stay ? (
                <PlaceCard place={places.stay} href={`/buildings/${places.stay.id}`} rent={rent}>
                  {rent === undefined
                    ? t('upgrade.places.rentYours')
                    : t('upgrade.places.rentIs', { rent: format.money(rent) })}
                </PlaceCard>
              ) : (
                <p className="meta">
                  {t('upgrade.places.stayUnknown')} {profile}
                </p>
              )}
            </Column>
            <Column title={t('upgrade.places.near')}>
              {places.near === undefined ? (
                <p className="meta">
                  {t('upgrade.places.nearUnknown')} {profile}
                </p>
              ) : (
                <p className="meta">
                  {places.near === 0
                    ? t('upgrade.places.nearNone')
                    : t('upgrade.places.nearFirst', { shown: places.nearby.length, count: places.near })}{' '}
                  {places.area === undefined && t('upgrade.places.areaUnknown')}
                </p>
              )}
              {places.nearby.map((place) => (
                <PlaceCard
                  key={place.id}
                  place={place}
                  href={requirementPath('sites', places.criteria, place.id)}
                  rent={rent}
                />
              ))}
              {places.near !== undefined && places.near > places.nearby.length && (
                <Link href={requirementPath('sites', places.criteria)} className="button small">
                  {t('upgrade.places.all', { count: places.near })}
                </Link>
              )}
            </Column>
            <Column title={t('upgrade.places.campus')}>
              <p className="meta">
                {places.campuses.length === 0 ? t('upgrade.places.campusNone') : t('upgrade.places.campusAsk')}{' '}
                {places.campuses.length > 0 && places.industries.length === 0 && (
                  <>
                    {t('upgrade.places.industryUnknown')} {profile}
                  </>
                )}
              </p>
              {places.campuses.map((place) => (
                <PlaceCard key={place.id} place={place} href={`/buildings/${place.id}`} rent={rent} isCampus />
              ))}
            </Column>
          </div>
          {places.stay?.steps.some(({ facts }) => facts.length === 0) && (
            <p className="meta">{t('upgrade.places.nothing')}</p>
          )}
        </>
      )}
    </section>
  )
}

function Column({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="place-column">
      <h3>{title}</h3>
      {children}
    </div>
  )
}
