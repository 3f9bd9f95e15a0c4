import type { Schema } from '../api/boards'
import type { Attribute, Building, Space } from '../api/types'
import { useWords } from '../i18n/i18n'
import { describeValue } from '../score/describe'
import { valueOf } from './names'

/** Every attribute with the source and day of its value; what nobody knows stands at the end. */
export function Facts({ space, building, schema }: { space: Space | undefined; building: Building | undefined; schema: Schema }) {
  const words = useWords()
  const known = schema.attributes.filter((attribute) => valueOf(space, building, attribute.code) !== undefined)
  const unknown = schema.attributes.filter((attribute) => !known.includes(attribute))
  return (
    <div className="facts">
      <dl>{known.map((attribute) => <FactLine key={attribute.code} attribute={attribute} space={space} building={building} />)}</dl>
      {unknown.length > 0 && (
        <section>
          <h3>{words.t('facts.unknown')}</h3>
          <p className="meta">{words.format.list(unknown.map((attribute) => words.text(attribute.label)))}</p>
        </section>
      )}
    </div>
  )
}

function FactLine({ attribute, space, building }: { attribute: Attribute; space: Space | undefined; building: Building | undefined }) {
  const words = useWords()
  const own = space !== undefined && attribute.code in space.values
  const record = own ? space : building
  const fact = record?.facts?.[attribute.code]
  const verifiedOn = fact?.verifiedOn ?? record?.verifiedOn
  const origin = [
    own || !space ? '' : words.t('facts.ofBuilding'),
    fact?.source ?? record?.source ?? '',
    verifiedOn ? words.format.day(verifiedOn) : words.t('facts.unverified'),
  ]
  return (
    <div className="fact">
      <dt>{words.text(attribute.label)}</dt>
      <dd className="nums">{describeValue(valueOf(space, building, attribute.code), attribute, words)}
        <span className="meta">{origin.filter(Boolean).join(' · ')}</span></dd>
    </div>
  )
}
