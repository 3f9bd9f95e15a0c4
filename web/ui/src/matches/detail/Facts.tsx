import type { Schema } from '../../api/boards'
import type { Profiled } from '../../api/records'
import type { Attribute, Building } from '../../api/types'
import { useWords } from '../../i18n/i18n'
import { factOf } from '../../records/facts/facts'
import { describeValue, isStale } from '../../score/describe'
import { valueOf } from '../list/names'

/** Every attribute with the source and day of its value; what nobody knows stands at the end. */
export function Facts({
  record,
  building,
  schema,
}: {
  record: Profiled | undefined
  building: Building | undefined
  schema: Schema
}) {
  const words = useWords()
  const known = schema.attributes.filter((attribute) => valueOf(record, building, attribute.code) !== undefined)
  const unknown = schema.attributes.filter((attribute) => !attribute.derived && !known.includes(attribute))
  return (
    <div className="facts">
      <dl>
        {known.map((attribute) => (
          <FactLine key={attribute.code} attribute={attribute} record={record} building={building} />
        ))}
      </dl>
      {unknown.length > 0 && (
        <section>
          <h3>{words.t('facts.unknown')}</h3>
          <p className="meta">{words.format.list(unknown.map((attribute) => words.text(attribute.label)))}</p>
        </section>
      )}
    </div>
  )
}

function FactLine({
  attribute,
  record,
  building,
}: {
  attribute: Attribute
  record: Profiled | undefined
  building: Building | undefined
}) {
  const words = useWords()
  const own = record !== undefined && attribute.code in record.values
  const stating = own ? record : building
  const { verifiedOn, source } = stating ? factOf(stating, attribute.code) : {}
  const origin = [
    own || !record ? '' : words.t('facts.ofBuilding'),
    source ?? '',
    verifiedOn ? words.format.day(verifiedOn) : words.t('facts.unverified'),
    verifiedOn && isStale(verifiedOn, attribute.freshDays) ? words.t('stale.short') : '',
  ]
  return (
    <div className="fact">
      <dt>{words.text(attribute.label)}</dt>
      <dd className="nums">
        {describeValue(valueOf(record, building, attribute.code), attribute, words)}
        <span className="meta">{origin.filter(Boolean).join(' · ')}</span>
      </dd>
    </div>
  )
}
