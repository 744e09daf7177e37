/** Builds the page once, serves it, and names the browser for all browser tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'
import type { TestProject } from 'vitest/node'
import { findChromium } from './chromium'

declare module 'vitest' {
  interface ProvidedContext {
    chromiumPath: string
    pageUrl: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromiumPath', findChromium())
  const outDir = mkdtempSync(join(tmpdir(), 'contraflow-page-'))
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } })
  process.env.NODE_ENV = NODE_ENV
  const server = await preview({
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1', open: false },
  })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port')
  project.provide('pageUrl', `http://localhost:${address.port}/`)
  return async () => {
    await server.close()
    rmSync(outDir, { recursive: true, force: true })
  }
}
