/** The packages of the peer: outside the main install, and installed again when their lock file changes. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { areInstalled, install, PEER_FOLDER } from '../../src/bench/peerpackages'
import { ROOT } from '../support/programs'

/** A package without dependencies, in a folder that lasts as long as the test. */
function emptyPackage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'contraflow-peer-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "version": "1.0.0" }')
  writeLock(folder, '1.0.0')
  return folder
}

function writeLock(folder: string, version: string): void {
  const root = { name: 'empty', version }
  const lock = { ...root, lockfileVersion: 3, requires: true, packages: { '': root } }
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
}

describe('the packages of the peer', () => {
  test('are missing at first, there once installed, and out of date when the lock file changes', () => {
    const folder = emptyPackage()
    mkdirSync(join(folder, 'node_modules'))
    expect(areInstalled(folder)).toBe(false)
    install(folder)
    expect(areInstalled(folder)).toBe(true)
    writeLock(folder, '1.0.1')
    expect(areInstalled(folder)).toBe(false)
  })

  test('are said to be missing, with a reason, when they cannot be installed', () => {
    const folder = emptyPackage()
    rmSync(join(folder, 'package-lock.json'))
    expect(() => install(folder)).toThrow(/package-lock/)
  })

  test('are none of the main install', () => {
    const manifestOf = (folder: string) =>
      JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'))
    const main = manifestOf('.')
    const peers = Object.keys(manifestOf(PEER_FOLDER).dependencies)
    expect(peers).not.toEqual([])
    expect(peers.filter((name) => name in main.dependencies || name in main.devDependencies)).toEqual([])
  })
})
