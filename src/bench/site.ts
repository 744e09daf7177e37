/** Sites: pages built for production into a folder of their own, and served on this machine. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type InlineConfig, preview } from 'vite'

/** One file of a site. */
export interface SiteFile {
  /** Path in the site, without the hash of its content. */
  readonly name: string
  readonly path: string
  readonly gzipBytes: number
}

export interface Site {
  readonly url: string
  readonly files: readonly SiteFile[]
  /** Paths that a browser has asked for since the last call, each once. */
  takeRequests(): ReadonlySet<string>
  /** Stops serving and deletes the folder. */
  close(): Promise<void>
}

/** Paths of the pages of the benchmark within their site. */
export const LIMIT_PAGE = 'page/limit.html'
export const PEER_PAGE = 'peer/peer.html'

/** The page itself, by the project's own settings. */
export const buildPage = (): Promise<Site> => buildSite({})

/** The pages of the benchmark; the packages of the peer have to be there. */
export function buildBenchPages(): Promise<Site> {
  const root = join(process.cwd(), 'src/bench')
  const input = [LIMIT_PAGE, PEER_PAGE].map((name) => join(root, name))
  return buildSite({ root, configFile: false, base: './', build: { rolldownOptions: { input } } })
}

async function buildSite(config: InlineConfig): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'contraflow-bench-'))
  const outDir = { outDir: folder, emptyOutDir: true }
  try {
    await build({ ...config, logLevel: 'error', build: { ...config.build, ...outDir } })
    return await serve(config, folder)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

async function serve(config: InlineConfig, folder: string): Promise<Site> {
  let requests = new Set<string>()
  const server = await preview({
    ...config,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1', open: false },
    plugins: [
      {
        name: 'contraflow-requests',
        configurePreviewServer: ({ middlewares }) => {
          middlewares.use((request, _, next) => {
            requests.add((request.url ?? '').replace(/^\/|\?.*$/g, ''))
            next()
          })
        },
      },
    ],
  })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    files: filesIn(folder),
    takeRequests() {
      const taken = requests
      requests = new Set()
      return taken
    },
    async close() {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function filesIn(folder: string): SiteFile[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return paths
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => ({
      path: path.replaceAll('\\', '/'),
      name: path.replace(/^.*[\\/]/, '').replace(/-[\w-]{8}(?=\.\w+$)/, ''),
      gzipBytes: gzipSync(readFileSync(join(folder, path))).length,
    }))
}
