import { useId } from 'react'
import { Link } from 'wouter'
import type { Assessment, ProgrammeList } from '../api/programmes'
import { useWords } from '../i18n/i18n'
import { GrantBar } from './GrantBar'
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
  const nameOf = (id: string) => list.items.find((programme) => programme.id === id)?.shortName ?? id
  const grants = parts
    .map(({ programme, grant }) => ({ programme, name: nameOf(programme), grant }))
    .filter(({ grant }) => grant > 0)
    .sort((a, b) => b.grant - a.grant)
  const cost = without + parts.reduce((sum, part) => sum + part.cost, 0)
  return (
    <section className="card package" aria-labelledby={title}>
      <h2 id={title}>{name}</h2>
      <p className="package-total nums" aria-live="polite">
        {assessment.package.total > 0
          ? t('programmes.upTo', { amount: format.money(assessment.package.total) })
          : t('programmes.nothing')}
      </p>
      {cost > 0 && (
        <>
          <p className="package-cost">
            {t('programmes.projectCost')} <b className="nums">{format.money(cost)}</b>
          </p>
          <GrantBar cost={cost} grants={grants} />
        </>
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
                    <td>{format.money(amount)}</td>
                    <td>{part ? format.money(part.cost - part.grant) : '–'}</td>
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
