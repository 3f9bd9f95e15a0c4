import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

// Records of one name would give a page two landmarks of one name: such a part is a group.
it('names a landmark by a text of the page, and never by a record', () => {
  const source = `${import.meta.dirname}/..`
  const named = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) =>
      [
        ...readFileSync(`${source}/${file}`, 'utf8').matchAll(/<(?:section|nav|aside)\b[^>]*?aria-label=\{([^}]*)/g),
      ].map(([, name]) => `${file}: ${name}`),
    )
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((each) => !/: (?:t\(|label$)/.test(each))).toEqual([])
})
