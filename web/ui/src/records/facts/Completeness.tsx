import type { Schema } from '../../api/boards'
import type { BoardRecord } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { Button } from '../../kit/Button'
import { completeness } from './lacks'
import { goToValue } from '../fields/RecordFields'

const offered = 6

/**
 * How much of a record is known, and what would help most to add: what is not known counts a quarter in every match.
 */
export function Completeness({ record, schema }: { record: BoardRecord; schema: Schema }) {
  const { t, text } = useWords()
  const { known, all, percent, missing } = completeness(
    record,
    schema.attributes.filter(({ derived }) => !derived).map(({ code }) => code),
  )
  return (
    <section className="card completeness" aria-labelledby="completeness">
      <div className="page-head">
        <h2 id="completeness">{t('completeness.title')}</h2>
        <b className="nums">{percent}%</b>
      </div>
      <div className="bar" aria-hidden="true">
        <div style={{ width: `${percent}%` }} />
      </div>
      <p className="meta">{t('completeness.known', { known, all })}</p>
      {missing.length > 0 && (
        <p className="row">
          {missing.slice(0, offered).map((code) => (
            <Button key={code} look={['small', 'pill']} onClick={() => goToValue(code)}>
              {t('completeness.add', { name: text(schema.byCode.get(code)?.label) })}
            </Button>
          ))}
          {missing.length > offered && (
            <span className="meta">{t('completeness.more', { count: missing.length - offered })}</span>
          )}
        </p>
      )}
    </section>
  )
}
