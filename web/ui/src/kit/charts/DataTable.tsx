import type { ReactNode } from 'react'
import { TableScroll } from '../TableScroll'

/** Each row's name, then its cells. */
export type Rows = ReactNode[][]

/** Rows of numbers, each under its name. */
export const DataTable = ({ title, head, rows }: { title: string; head: string[]; rows: Rows }) => (
  <TableScroll label={title}>
    <table className="table nums data-table">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...rest], index) => (
          <tr key={index}>
            <th scope="row">{first}</th>
            {rest.map((cell, at) => (
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </TableScroll>
)
