// Reads workbooks with a reader that is not ours, and prints what it finds as JSON, one element a file.
const { Workbook } = require('exceljs')

const read = async (file) => {
  const book = new Workbook()
  await book.xlsx.readFile(file)
  const [sheet] = book.worksheets
  const columns = Array.from({ length: sheet.columnCount }, (_, index) => sheet.getColumn(index + 1))
  const rows = Array.from({ length: sheet.rowCount }, (_, index) => sheet.getRow(index + 1))
  return {
    sheet: sheet.name,
    frozen: sheet.views[0]?.ySplit,
    filters: sheet.autoFilter,
    widths: columns.map(({ width }) => width),
    lists: Object.fromEntries(Object.entries(sheet.dataValidations.model).map(([at, list]) => [at, list.formulae[0]])),
    rows: rows.map((row) => columns.map((_, index) => row.getCell(index + 1).value)),
  }
}

void Promise.all(process.argv.slice(2).map(read)).then((books) => process.stdout.write(JSON.stringify(books)))
