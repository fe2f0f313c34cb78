import { join } from 'node:path'
import { defineConfig } from 'vite'

/** The server puts a new nonce in this place of the page each time that it is asked for. */
const NONCE_PLACE = '__CSP_NONCE__'
/** What nearly every list is made of. */
const LISTS = /ui\/src\/parts\/(list\/|dialog|confirm|status-badge|customer-field|copy-button|ways)/

// `bin/node node_modules/vite/bin/vite.js ui` serves it with the API of the server on port 3000 behind it.
export default defineConfig({
  root: import.meta.dirname,
  html: { cspNonce: NONCE_PLACE },
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    assetsDir: 'dashboard/assets',
    // Which files a screen is made of, for scripts/dashboard/write-preloads.ts.
    manifest: true,
    target: 'es2024',
    // Fonts and pictures as files: the content security policy takes none inside the stylesheet.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      // The first script names every file that may follow: seven characters of a hash are enough within one build.
      output: {
        entryFileNames: 'dashboard/assets/[name]-[hash:7].js',
        chunkFileNames: 'dashboard/assets/[name]-[hash:7].js',
        assetFileNames: 'dashboard/assets/[name]-[hash:7][extname]',
        // Few files rather than many small ones: each costs a round trip, and of HTTP/1.1 six at most come at once.
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 3 },
            { name: 'controls', test: /esm\/components\/(NativeSelect|ActionIcon|Anchor)\//, priority: 2 },
            { name: 'lists', test: LISTS, priority: 1 },
          ],
        },
      },
      // "use client" means something to servers that render React; ours does not.
      onLog: (level, log, say) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') say(level, log)
      },
    },
  },
  server: { proxy: { '/v1': 'http://localhost:3000' } },
})
