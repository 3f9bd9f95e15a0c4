import { useSchema } from '../../api/boards'
import { api, linkTo } from '../../api/client'
import { TablePage } from '../../datedTables/TablePage'
import type { EditedTable } from '../../datedTables/types'
import { useWords } from '../../i18n/i18n'
import './gates.css'
import { PreviewOf } from './PreviewOf'
import { RowForm } from './RowForm'
import { RuleCells } from './RuleCells'
import type { GatePreview, GateRow } from './types'
import { keyOf, keysOf, labelIn, useGateWords } from './words'

/** The rules of plans and leases by which uses are judged. */
export default function GatesPage() {
  const { t } = useWords()
  const words = useGateWords(useSchema('sites'))
  const table: EditedTable<GateRow, GatePreview> = {
    words: 'gateTable',
    title: t('nav.gates'),
    list: (signal) => api.get('/api/gates', { signal }),
    get: (number, signal) => api.get('/api/gates/{number}', { path: { number }, signal }),
    preview: (body) => api.post('/api/gates/preview', { body }),
    publish: (body, version) => api.post('/api/gates', { body, version }),
    file: (number) => linkTo('/api/gates/{number}.csv', { path: { number } }),
    whole: 'gate',
    columns: ['gate', 'key', 'use', 'verdict', 'days', 'source'],
    nameOf: (row) => `${keyOf(words, row)} – ${labelIn(words.uses, row.use)}`,
    cells: (row) => <RuleCells row={row} words={words} />,
    form: (asked) => <RowForm {...asked} words={words} />,
    previewOf: (preview) => <PreviewOf preview={preview} words={words} />,
    filters: [
      { name: 'gate', options: () => words.gates },
      { name: 'key', options: ({ gate }) => keysOf(words, gate ?? '') },
      { name: 'use', options: () => words.uses },
    ],
    isShown: (row, { gate, key, use }) =>
      (!gate || row.gate === gate) && (!key || row.key === key) && (!use || row.use === use),
  }
  return <TablePage table={table} />
}
