import type { Attribute, BoardRecord, Fact, Question } from '../../api/types'
import { isStale } from '../../score/describe'
import { hongKongDay } from '../../kit/days/hongKong'

type Facts = Record<string, Fact>
type Stated = Pick<BoardRecord, 'id' | 'values' | 'facts' | 'verifiedOn' | 'source'>

/** Who said a value and when: what is said of it alone, else what is said of the whole record. */
export function factOf(record: Omit<Stated, 'id'>, code: string): Fact {
  const { verifiedOn = record.verifiedOn, source = record.source } = record.facts?.[code] ?? {}
  return { ...(verifiedOn && { verifiedOn }), ...(source && { source }) }
}

/** The facts with these values said today. */
export function stamped(
  facts: Facts | undefined,
  codes: string[],
  source: string | undefined,
  now = Date.now(),
): Facts {
  const fact = { verifiedOn: hongKongDay(now), ...(source && { source }) }
  return { ...facts, ...Object.fromEntries(codes.map((code) => [code, fact])) }
}

/** Nobody states what is unknown: the server refuses a fact without its value. */
export function withoutFact(facts: Facts | undefined, code: string) {
  const rest = Object.entries(facts ?? {}).filter(([name]) => name !== code)
  return rest.length ? Object.fromEntries(rest) : undefined
}

/**
 * Known facts to ask about again, as never verified or too long ago. Its own people are asked what the server asks
 * them, which leaves out what they want to be asked no more; whoever else edits the record, without `questions`, all of
 * them.
 */
export function staleFacts(
  record: Stated,
  attributes: Attribute[],
  questions: Question[] | undefined,
  now = Date.now(),
) {
  const known = attributes.filter(({ code }) => record.values[code] !== undefined)
  const asked = questions && new Set(questions.filter(({ id }) => id === record.id).map(({ attribute }) => attribute))
  const isOld = ({ code, freshDays }: Attribute) => {
    const { verifiedOn } = factOf(record, code)
    return verifiedOn === undefined || isStale(verifiedOn, freshDays, now)
  }
  return known.filter((attribute) => isOld(attribute) && (!asked || asked.has(attribute.code)))
}
