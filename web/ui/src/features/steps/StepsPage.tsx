import { api, linkTo } from '../../api/client'
import { TablePage } from '../../datedTables/TablePage'
import type { EditedTable } from '../../datedTables/types'
import { useWords } from '../../i18n/i18n'
import { StepCells } from './StepCells'
import { StepForm } from './StepForm'
import { StepsPreview } from './StepsPreview'
import './steps.css'
import { type StepPreview, type StepRow, useStepWords } from './words'

/** The steps by which manufacturers upgrade, of which their paths are made. */
export default function StepsPage() {
  const { t, text } = useWords()
  const words = useStepWords()
  const options = (items: typeof words.dimensions) =>
    items.map(({ code }) => ({ value: code, label: words.nameOf(items, code) }))
  const table: EditedTable<StepRow, StepPreview> = {
    words: 'stepTable',
    title: t('nav.steps'),
    list: (signal) => api.get('/api/steps', { signal }),
    get: (number, signal) => api.get('/api/steps/{number}', { path: { number }, signal }),
    preview: (body) => api.post('/api/steps/preview', { body }),
    publish: (body, version) => api.post('/api/steps', { body, version }),
    file: (number) => linkTo('/api/steps/{number}.csv', { path: { number } }),
    whole: 'id',
    columns: ['name', 'helps', 'builders', 'programmes', 'range', 'basis'],
    nameOf: (row) => text(row.name) || row.id,
    cells: (row) => <StepCells row={row} words={words} />,
    form: (asked) => <StepForm {...asked} words={words} />,
    previewOf: (preview) => <StepsPreview preview={preview} />,
    filters: [
      { name: 'dimension', options: () => options(words.dimensions) },
      { name: 'programmes', options: () => options(words.lists.programmes) },
    ],
    isShown: (row, { dimension, programmes }) =>
      (!dimension || row.dimension === dimension) && (!programmes || row.programmes.includes(programmes)),
  }
  return <TablePage table={table} />
}
