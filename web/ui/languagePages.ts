import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { languages } from './src/i18n/languages'

/**
 * Writes the page once for each language, as tc.html, sc.html and en.html for web/Pages.cs: with its language, its name
 * and what it is in that language, as chats show of a link, and with the texts that its first list needs.
 */
export function languagePages(folder: string): Plugin {
  const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8')
  return {
    name: 'language-pages',
    apply: 'build',
    closeBundle() {
      const page = read('index.html')
      const manifest = JSON.parse(read('.vite', 'manifest.json')) as Record<string, { file: string }>
      for (const { language, prefix, tag } of languages) {
        const texts = JSON.parse(
          readFileSync(join(import.meta.dirname, `src/i18n/${language}.json`), 'utf8'),
        ) as Record<string, string>
        const file = manifest[`first:i18n/${language}`]!.file
        const head = [
          `<meta name="description" content="${texts.description}" />`,
          `<meta property="og:title" content="${texts.brand}" />`,
          `<meta property="og:description" content="${texts.description}" />`,
          `<link rel="modulepreload" crossorigin href="/${file}">`,
        ]
        const made = page
          .replace(/<html lang="[^"]*">/, `<html lang="${tag}">`)
          .replace(/<title>[^<]*<\/title>/, `<title>${texts.brand}</title>\n    ${head.join('\n    ')}`)
        writeFileSync(join(folder, `${prefix}.html`), made)
      }
    },
  }
}
