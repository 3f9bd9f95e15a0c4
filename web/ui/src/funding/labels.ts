import type { AnswerChange, ShortAnswer } from '../api/programmes'
import type { Words } from '../i18n/i18n'

/** What an answer is in short, such as "may be eligible, up to HK$5". */
export function answerText({ verdict, amount }: ShortAnswer, { t, format }: Words) {
  const word = t(`programmes.verdict.${verdict}`)
  return amount === undefined ? word : `${word} (${t('programmes.upTo', { amount: format.money(amount) })})`
}

export function changeText({ before, now }: AnswerChange, words: Words) {
  const [was, is] = [before && answerText(before, words), answerText(now, words)]
  return was === undefined || was === is ? is : `${was} → ${is}`
}
