import type { Schema } from '../api/boards'
import type { Gate, UseVerdict } from '../api/types'
import { useWords, type Words } from '../i18n/i18n'
import conditions from './conditions.json'
import './uses.css'

const marks: Record<UseVerdict, string> = { fits: '✓', needsPermission: '!', doesNotFit: '✕' }

/** What plan, lease and neighbours say of one use, each with its rule, days, condition and source. */
export function Gates({ gates, use, schema }: { gates: Gate[]; use: string; schema: Schema }) {
  const words = useWords()
  return (
    <ul className="gates">
      {gates.map((gate) => (
        <GateLine key={gate.gate} gate={gate} use={use} schema={schema} words={words} />
      ))}
    </ul>
  )
}

/** fits, to check, does not fit or unknown: nobody here says "permitted". */
export function UseWord({ verdict }: { verdict: UseVerdict | undefined }) {
  const { t } = useWords()
  return (
    <span className={`use-word ${verdict ?? 'unknown'}`}>
      <span aria-hidden="true">{verdict ? marks[verdict] : '?'}</span>{' '}
      {verdict ? t(`use.${verdict}`) : t('gates.verdict.unknown')}
    </span>
  )
}

export function NoAdvice() {
  return <p className="meta no-advice">{useWords().t('gates.advice')}</p>
}

function GateLine({ gate, use, schema, words }: { gate: Gate; use: string; schema: Schema; words: Words }) {
  const { t } = words
  const days = daysOf(gate, words)
  return (
    <li className="gate">
      <span className="gate-name">{t(`gates.${gate.gate}`)}</span>
      <span className="gate-rule">
        {ruleOf(gate, schema, words, bringVisitors.includes(use))}
        {days && <span className="meta"> · {days}</span>}
        {gate.stale && <span className="stale"> · {t('gates.old')}</span>}
      </span>
      <UseWord verdict={gate.verdict} />
      {gate.condition && (
        <span className="meta gate-more">{t('gates.if', { condition: conditionOf(gate.condition, words) })}</span>
      )}
      {gate.source && gate.key && (
        <details className="meta gate-more">
          <summary>{t('gates.source')}</summary>
          <Source text={gate.source} />
        </details>
      )}
    </li>
  )
}

/** Uses for which the neighbours matter. */
const bringVisitors = ['showroom', 'training']

/** What the gate looked at. */
export function ruleOf(gate: Gate, schema: Schema, { t, text }: Words, hasVisitors: boolean) {
  if (gate.gate === 'neighbours') {
    if (!hasVisitors) return t('gates.visitors.none')
    return t(`gates.visitors.${gate.verdict ? (gate.verdict === 'fits' ? 'no' : 'yes') : 'unknown'}`)
  }
  if (!gate.key) {
    if (gate.verdict) return [t('gates.waiver'), gate.source].filter(Boolean).join(' ')
    return t(gate.gate === 'plan' ? 'gates.noPlan' : 'gates.noLease')
  }
  const attribute = schema.byCode.get(gate.gate === 'plan' ? 'zone' : 'leaseUser')
  const label = text(attribute?.values?.find(({ code }) => code === gate.key)?.label) || gate.key
  const name = gate.gate === 'plan' && label !== gate.key ? `${gate.key} ${label}` : label
  return gate.verdict ? name : `${name}: ${t('gates.noRule')}`
}

export function daysOf({ from, to }: Pick<Gate, 'from' | 'to'>, { t, format }: Words) {
  if (from && to) return t('gates.between', { from: format.day(from), to: format.day(to) })
  if (from) return t('gates.since', { day: format.day(from) })
  return to ? t('gates.until', { day: format.day(to) }) : ''
}

/** The shipped conditions are worded in each language; one that an administrator wrote stands as written. */
export function conditionOf(condition: string, { language }: Words) {
  const worded = (conditions as Record<string, Record<'en' | 'zhHant' | 'zhHans', string>>)[condition]
  return worded?.[language === 'en' ? 'en' : language === 'zh-Hant' ? 'zhHant' : 'zhHans'] ?? condition
}

/** Addresses in a source become links. */
function Source({ text }: { text: string }) {
  return (
    <p className="gate-source">
      {text.split(/(https?:\/\/[^\s;,)]+)/).map((piece, index) =>
        index % 2 ? (
          <a key={index} href={piece} target="_blank" rel="noreferrer">
            {new URL(piece).hostname}
          </a>
        ) : (
          piece
        ),
      )}
    </p>
  )
}
