/** Texts by their keys, such as `match.title`. */
export type Texts = Record<string, string>

/** What fills a text in; `count` and `context` choose between its forms, `defaultValue` stands where there is none. */
export type Values = Record<string, unknown>

/**
 * The text of a key in the form for its context and count (`key_context_one`, `key_context`,
 * `key_one`, `key`), with its `{{names}}` filled in; undefined: there is none.
 */
export function textOf(texts: Texts, key: string, values: Values, plurals: Intl.PluralRules): string | undefined {
  const { count, context } = values
  const counted = typeof count === 'number' ? [`_${plurals.select(count)}`, ''] : ['']
  const forms = (context === undefined ? [''] : [`_${String(context)}`, '']).flatMap((of) =>
    counted.map((number) => key + of + number),
  )
  const form = forms.find((one) => Object.hasOwn(texts, one))
  return form && texts[form]!.replace(/{{(\w+)}}/g, (_, name: string) => String(values[name] ?? ''))
}
