// Holds what a browser reads before the first list, and what the map adds to it: `npm run sizes`, after a build.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const built = process.argv[2] ?? '../wwwroot'
const manifest = JSON.parse(readFileSync(`${built}/.vite/manifest.json`, 'utf8'))

const closureOf = (name, seen = new Set()) => {
    if (seen.has(name)) return seen
    seen.add(name)
    for (const next of manifest[name].imports ?? []) closureOf(next, seen)
    return seen
}
const sizeOf = (names) =>
    [...names].reduce((sum, name) => sum + gzipSync(readFileSync(`${built}/${manifest[name].file}`)).length, 0)

const first = closureOf('index.html') // holds the page of the first list: vite.config.ts
const texts = Object.keys(manifest).filter((name) => name.startsWith('first:'))
const map = [...closureOf('src/map/TileMap.tsx')].filter((name) => !first.has(name))

const checks = [
    [
        'the first list, with the texts of one language',
        sizeOf(first) + Math.max(...texts.map((name) => sizeOf([name]))),
        130_000,
    ],
    ['the map, when it is shown', sizeOf(map), 300_000],
]
if (texts.length === 0) throw new Error('The manifest names no texts of the first list.')
for (const [what, size, bound] of checks) {
    console.log(`${what}: ${size} bytes gzipped, of ${bound}`)
    if (size <= bound) continue
    process.exitCode = 1
    console.error(`error: ${what} grew beyond ${bound} bytes. Read with import() what is not shown at once.`)
}
