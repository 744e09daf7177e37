/**
 * The packages of the peer, which the main install leaves out: installed when the page is first measured
 * (D25).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const PEER_FOLDER = 'src/bench/peer'
const INSTALLED_LOCK = 'node_modules/.installed-lock.json'

/** Whether the packages in `folder` are those of its lock file. */
export function areInstalled(folder: string): boolean {
  const installed = join(folder, INSTALLED_LOCK)
  return existsSync(installed) && readFileSync(installed, 'utf8') === lockOf(folder)
}

/** Installs the packages of the lock file in `folder`; throws with npm's own words where that fails. */
export function install(folder: string): void {
  const { error, status, stderr } = spawnSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(error?.message ?? stderr.trim())
  writeFileSync(join(folder, INSTALLED_LOCK), lockOf(folder))
}

function lockOf(folder: string): string {
  return readFileSync(join(folder, 'package-lock.json'), 'utf8')
}
