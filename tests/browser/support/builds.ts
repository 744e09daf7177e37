/** Builds of the page on a server of their own: the one under test, and the next one, whose files have other names. */
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { inject } from 'vitest'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

export type Files = ReadonlyMap<string, Buffer>

/** All files of the build under test, by their path below its folder. */
export function presentBuild(): Files {
  const folder = inject('pageFolder')
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]))
}

/** A build in which every hashed name is another one, as after a change of everything; its home page says so. */
export function nextBuild(present: Files): Files {
  const hashes = [...present.keys()].flatMap((path) => /-([\w-]{8})\.\w+$/.exec(path)?.[1] ?? [])
  const renewed = (text: string) =>
    hashes.reduce((before, hash) => before.replaceAll(hash, [...hash].reverse().join('')), text)
  return new Map(
    [...present].map(([path, content]) => {
      const isText = /\.(js|css|html)$/.test(path)
      const text = isText ? renewed(content.toString()).replace('<html', '<html data-build="next"') : content
      const file = path === 'sw.js' ? String(text).replace(/(const CACHE = `\$\{PREFIX\})/, '$1next-') : text
      return [renewed(path), Buffer.from(file)]
    }),
  )
}

export interface BuildServer {
  readonly url: string
  /** Puts another build in the place of the present one. */
  serve(files: Files): void
  close(): Promise<void>
}

export async function serveBuild(first: Files): Promise<BuildServer> {
  let files = first
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost')
    const path = pathname === '/' ? 'index.html' : pathname.slice(1)
    const content = files.get(path)
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
    })
    response.end(content)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    serve(next) {
      files = next
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
