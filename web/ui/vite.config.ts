import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { compressed } from './compressed'
import { firstTexts } from './firstTexts'
import { languagePages } from './languagePages'

const source = `${import.meta.dirname}/src`
const entry = `${source}/main.tsx`
const firstPage = `${source}/features/briefs/BriefPage.tsx`
const server = process.env.MATCHMAKER_SERVER ?? 'http://localhost:5080'

export default defineConfig({
  // React Aria has no en-GB; its words for it are those of en-US, so that these must stay in the bundle.
  plugins: [
    react(),
    firstTexts(entry, firstPage),
    languagePages(`${import.meta.dirname}/../wwwroot`),
    compressed(`${import.meta.dirname}/../wwwroot`),
    { ...optimizeLocales.vite({ locales: ['zh-TW', 'zh-CN', 'en-US'] }), enforce: 'pre' },
  ],
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    manifest: true, // for sizes.mjs; a name with a dot is not served
    // MapLibre alone is above the default limit, and it is loaded lazily.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // What the first list needs comes in one answer, together with the page itself: a slow line waits for each one.
        codeSplitting: { groups: [{ name: 'first', test: (id) => id === entry || id === firstPage }] },
        // The first one lists all others, so that their names are short; the manifest says what is in which.
        chunkFileNames: ({ name }) => (name === 'first' ? 'assets/first-[hash].js' : 'assets/[hash:7].js'),
        assetFileNames: 'assets/[hash:7][extname]',
      },
    },
  },
  server: {
    port: 5173,
    fs: { allow: ['.', '../../grains/Matchmaker.Matching/Paths'] },
    proxy: {
      // With the page's own Host: the server refuses a sign-in whose Origin names another host than the request.
      '/api': { target: server },
      '/live': { target: server, ws: true },
    },
  },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
})
