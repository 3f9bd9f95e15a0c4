import type { LandingOption } from '../../api/programmes'
import { useWords } from '../../i18n/i18n'
import { TableScroll } from '../../kit/TableScroll'

/** The sites side by side: a row for each number, a column for each site. */
export function Comparison({ options }: { options: LandingOption[] }) {
  const { t, text, format } = useWords()
  const money = (amount: number | undefined) => (amount === undefined ? t('landing.unknown') : format.number(amount, 0))
  const rows: { name: string; of: (option: LandingOption) => string; strong?: boolean }[] = [
    {
      name: t('landing.row.verdict'),
      of: ({ site }) => `${Math.round(site.score)} · ${t(`verdict.${site.verdict}`)}`,
    },
    {
      name: t('landing.row.production'),
      of: ({ cost }) => (cost.production ? t(`use.${cost.production}`) : t('landing.unknown')),
    },
    {
      name: t('landing.row.from'),
      of: ({ cost }) => (cost.availableFrom ? format.day(cost.availableFrom) : t('landing.unknown')),
    },
    { name: t('landing.row.monthly'), of: ({ cost }) => money(cost.monthly) },
    { name: t('landing.row.overLease'), of: ({ net }) => money(net.site) },
    { name: t('landing.row.projects'), of: ({ net }) => money(net.projects) },
    { name: t('landing.row.training'), of: ({ net }) => money(net.training) },
    { name: t('landing.row.grants'), of: ({ net }) => `− ${money(net.grants)}` },
    { name: t('landing.row.net'), of: ({ net }) => money(net.net), strong: true },
    { name: t('landing.row.people'), of: ({ net }) => money(net.people) },
  ]
  return (
    <section className="card" aria-labelledby="comparison-title">
      <h2 id="comparison-title">{t('landing.comparison')}</h2>
      <p className="meta">
        {t('landing.order')} {t('landing.inDollars')}
      </p>
      <TableScroll label={t('programmes.tableOf', { name: t('landing.comparison') })}>
        <table className="table nums landing-table">
          <thead>
            <tr>
              <td />
              {options.map(({ site }, index) => (
                <th key={site.id} scope="col">
                  {index + 1}. {text(site.name) || site.id}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, of, strong }) => (
              <tr key={name} className={strong ? 'strong' : undefined}>
                <th scope="row">{name}</th>
                {options.map((option) => (
                  <td key={option.site.id}>{of(option)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}
