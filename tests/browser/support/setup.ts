/** Builds the page once, serves it, and names the browsers for all browser tests. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'
import type { TestProject } from 'vitest/node'
import { findChromium, findFirefox } from './browsers'

/** Matches no name, so that every test counts as skipped. */
const NO_TEST = /(?!)/

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty where there is none. */
    chromiumPath: string
    /** Empty where there is none. */
    firefoxPath: string
    pageUrl: string
    /** Where scenarios are run without a page around them, in the page's own worker. */
    digestsUrl: string
    /** The script of that worker. */
    workerUrl: string
    /** Folder of the built page. */
    pageFolder: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium()
  project.provide('chromiumPath', chromium)
  project.provide('firefoxPath', findFirefox())
  if (chromium === '') {
    project.config.testNamePattern = NO_TEST
    return async () => undefined
  }
  const outDir = mkdtempSync(join(tmpdir(), 'contraflow-page-'))
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } })
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, 'digests'),
    base: './',
    build: { target: 'es2023', outDir: join(outDir, 'digests') },
  })
  process.env.NODE_ENV = NODE_ENV
  const server = await preview({
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1', open: false },
  })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port')
  const pageUrl = `http://127.0.0.1:${address.port}/`
  const worker = readdirSync(join(outDir, 'assets')).find((name) => /^run\.worker-.*\.js$/.test(name))
  if (worker === undefined) throw new Error('The built page has no worker for its run')
  project.provide('pageUrl', pageUrl)
  project.provide('digestsUrl', `${pageUrl}digests/`)
  project.provide('workerUrl', `${pageUrl}assets/${worker}`)
  project.provide('pageFolder', outDir)
  return async () => {
    await server.close()
    rmSync(outDir, { recursive: true, force: true })
  }
}
