/** Build, development server and the test projects. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const MINUTE = 60_000

/** Tests that run many worlds. */
const MODEL = 'tests/**/*.model.test.ts'

/** A module of these layers only offers what it exports: what page or worker do not use stays out of them. */
const TREESHAKE = {
  moduleSideEffects: [{ test: /\/src\/(analysis|experiment|text|words)\//, sideEffects: false }],
}

export default defineConfig({
  base: './',
  build: { target: 'es2023', chunkSizeWarningLimit: 600, rolldownOptions: { treeshake: TREESHAKE } },
  worker: { format: 'es', rolldownOptions: { treeshake: TREESHAKE } },
  plugins: [cards(), policy(), letters(), offline()],
  test: {
    reporters: ['default', './tests/support/reporter.ts'],
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'code',
          include: ['tests/*.test.ts'],
          testTimeout: 5 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/*/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/fuzz/**', MODEL],
          setupFiles: ['tests/support/lit.setup.ts', 'tests/support/record.setup.ts'],
          isolate: false,
          testTimeout: 2 * MINUTE,
          hookTimeout: 2 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'model',
          include: [MODEL],
          setupFiles: ['tests/support/lit.setup.ts', 'tests/support/record.setup.ts'],
          isolate: false,
          testTimeout: 10 * MINUTE,
          hookTimeout: 10 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'fuzz',
          include: ['tests/fuzz/**/*.test.ts'],
          testTimeout: 10 * MINUTE,
          hookTimeout: 10 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/support/setup.ts'],
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
        },
      },
    ],
  },
})

/** `scenario.json?card`: what a list of scenarios shows of it, without its numbers. */
function cards(): Plugin {
  return {
    name: 'contraflow-cards',
    load(id) {
      const path = /^(.*\/scenarios\/.*\.json)\?card$/.exec(id)?.[1]
      if (path === undefined) return undefined
      this.addWatchFile(path)
      const { title, description = '', extends: base } = JSON.parse(readFileSync(path, 'utf8'))
      const card = JSON.stringify({ title, description, base: base?.id })
      return { code: `export default ${card}`, moduleType: 'js' }
    },
  }
}

/** Style that Tweakpane puts into the page itself, found in its source when the page is built. */
function tweakpaneStyleHash(): string {
  const source = readFileSync(fileURLToPath(import.meta.resolve('tweakpane')), 'utf8')
  const found = /id: 'default',\s*(?:\/\/[^\n]*\s*)?css: '((?:[^'\\]|\\.)*)'/.exec(source)
  if (found?.[1] === undefined) throw new Error('The style that Tweakpane embeds was not found in its source')
  const style = found[1].replace(/\\(.)/g, '$1')
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`
}

/** Forbids whatever the page does not need: no foreign servers, no inline scripts. */
function policy(): Plugin {
  return {
    name: 'contraflow-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: [
            "default-src 'none'",
            "script-src 'self'",
            `style-src 'self' ${tweakpaneStyleHash()}`,
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "font-src 'self'",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
          ].join('; '),
        },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/** Has the letters of every page fetched beside its scripts, rather than after them. */
function letters(): Plugin {
  return {
    name: 'contraflow-letters',
    apply: 'build',
    transformIndexHtml: (_, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((name) => /(inter|mono)-latin-(wght|400)-normal/.test(name))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `./${name}`, crossorigin: true },
          injectTo: 'head',
        })),
  }
}

/** Writes `sw.js`: keeps all files of this build for use without a network. */
function offline(): Plugin {
  return {
    name: 'contraflow-offline',
    apply: 'build',
    generateBundle(_, bundle) {
      const template = readFileSync(new URL('./src/app/offline/service-worker.js', import.meta.url), 'utf8')
      const files = Object.keys(bundle)
        .filter((name) => !name.endsWith('.map'))
        .sort()
      const hash = createHash('sha256')
      for (const name of files) {
        const file = bundle[name]
        hash.update(name).update(file?.type === 'chunk' ? file.code : (file?.source ?? ''))
      }
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
      const source = template
        .replace('BUILD', hash.digest('hex').slice(0, 16))
        .replace('SCRIPT', entry?.fileName ?? '')
        .replace("'FILES'", JSON.stringify(['./', ...files.filter((name) => name !== 'index.html')]))
      this.emitFile({ type: 'asset', fileName: 'sw.js', source })
    },
  }
}
