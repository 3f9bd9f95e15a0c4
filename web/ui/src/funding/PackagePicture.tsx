import { useId } from 'react'
import { Link } from 'wouter'
import type { Assessment, ProgrammeList } from '../api/programmes'
import { useWords } from '../i18n/i18n'
import { partsOf, type Said } from './programmes'
import './funding.css'
import { TableScroll } from '../kit/TableScroll'

/** The best package: what each programme gives of what its projects cost, as a picture and as a table. */
export function PackagePicture({
  said,
  assessment,
  list,
  of,
}: {
  said: Said
  assessment: Assessment
  list: ProgrammeList
  /** Whose package it is, where a page shows several. */
  of?: string
}) {
  const { t, format } = useWords()
  const title = useId()
  const name = of ? `${t('programmes.package')}: ${of}` : t('programmes.package')
  const { parts, without } = partsOf(said.projects ?? [], assessment)
  const money = (amount: number) => `HK$${format.number(amount, 0)}`
  const nameOf = (id: string) => list.items.find((programme) => programme.id === id)?.shortName ?? id
  const most = Math.max(1, without, ...parts.map(({ cost }) => cost))
  const share = (amount: number) => `${(amount / most) * 100}%`
  const bars = [
    ...parts.map((part) => ({ name: nameOf(part.programme), ...part })),
    ...(without > 0 ? [{ name: t('programmes.without'), cost: without, grant: 0 }] : []),
  ]
  return (
    <section className="card package" aria-labelledby={title}>
      <h2 id={title}>{name}</h2>
      <p className="package-total nums" aria-live="polite">
        {assessment.package.total > 0
          ? t('programmes.upTo', { amount: money(assessment.package.total) })
          : t('programmes.nothing')}
      </p>
      {bars.length > 0 && (
        <div
          className="package-bars"
          role="img"
          aria-label={bars
            .map(({ name, cost, grant }) =>
              t('programmes.bar', { name, grant: money(grant), own: money(cost - grant) }),
            )
            .join(' ')}
        >
          {bars.map(({ name, cost, grant }) => (
            <div key={name} className="package-row" aria-hidden="true">
              <span className="package-name">{name}</span>
              <span className="package-bar">
                <span className="package-grant" style={{ inlineSize: share(grant) }} />
                <span className="package-own" style={{ inlineSize: share(cost - grant) }} />
              </span>
            </div>
          ))}
          <p aria-hidden="true" className="meta">
            <i className="package-grant" /> {t('programmes.grant')} <i className="package-own" /> {t('programmes.own')}
          </p>
        </div>
      )}
      {assessment.package.items.length > 0 && (
        <TableScroll label={t('programmes.tableOf', { name })}>
          <table className="table nums">
            <caption className="visually-hidden">{t('programmes.package')}</caption>
            <thead>
              <tr>
                {['programme', 'ceiling', 'ownShare'].map((name) => (
                  <th key={name} scope="col">
                    {t(`programmes.column.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {assessment.package.items.map(({ programme, amount }) => {
                const part = parts.find((candidate) => candidate.programme === programme)
                return (
                  <tr key={programme}>
                    <th scope="row">
                      <Link href={`/programmes/${programme}`}>{nameOf(programme)}</Link>
                    </th>
                    <td>{money(amount)}</td>
                    <td>{part ? money(part.cost - part.grant) : '–'}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  )
}
