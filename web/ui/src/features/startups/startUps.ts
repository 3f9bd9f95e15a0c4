import type { Schemas } from '../../api/client'
import { requirementPath } from '../../brief/address'

export type Answers = Schemas['StartUpAnswers']
export type StartUpPath = Schemas['DrawnStartUpPath']
export type DrawnStep = Schemas['DrawnStartUpStep']
export type Finds = Schemas['StartUpFinds']
export type Find = Schemas['StartUpFind']
export type Check = Schemas['StartUpCheckResult']
export type Left = Schemas['LeftStartUpStep']
export type Need = NonNullable<Answers['needs']>[number]

export const stages = ['idea', 'prototype', 'customers', 'growth'] as const
export const needs = ['space', 'money', 'technology', 'customers', 'people'] as const

/** As many codes of one answer as the server takes. */
export const mostCodes = 10

/** With one answer changed; without it where there is none, so that it counts as not given. */
export function answered<Name extends keyof Answers>(
  answers: Answers,
  name: Name,
  value: Answers[Name] | undefined,
): Answers {
  const others = Object.fromEntries(Object.entries(answers).filter(([key]) => key !== name)) as Answers
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  return isEmpty ? others : { ...others, [name]: value }
}

/** A list with or without one of its entries, in the order of all. */
export const toggled = <T>(all: readonly T[], chosen: readonly T[], one: T, on: boolean) =>
  all.filter((each) => (each === one ? on : chosen.includes(each)))

/** The board with what a step asks of it, with one match open if it is named. */
export const findsPath = ({ board, criteria }: Finds, match?: string) => requirementPath(board, criteria, match)

/** The steps that are left out by reason, in the table's order. */
export function leftByReason(left: readonly Left[]) {
  const reasons = new Map<Left['reason'], Left[]>()
  for (const step of left) reasons.set(step.reason, [...(reasons.get(step.reason) ?? []), step])
  return [...reasons]
}
