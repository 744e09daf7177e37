/** The port to the worker of the run: how the page notices that the worker is gone, and gets another one. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FromRunWorker } from '../../src/workers'
import { createPort, type Loss, type Thread } from '../../src/workers/port'
import { SILENT_SECONDS } from '../../src/workers/silence'

/** A worker that says what it is told to. */
interface Puppet extends Thread {
  readonly heard: unknown[]
  isEnded: boolean
  say(data: unknown): void
  break(message?: string): void
}

function createPuppet(): Puppet {
  const puppet: Puppet = {
    heard: [],
    isEnded: false,
    postMessage: (message: unknown) => void puppet.heard.push(message),
    terminate() {
      puppet.isEnded = true
    },
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    say: (data) => Reflect.apply(puppet.onmessage ?? (() => undefined), puppet, [{ data }]),
    break: (message) => Reflect.apply(puppet.onerror ?? (() => undefined), puppet, [{ message }]),
  }
  return puppet
}

function start() {
  const puppets: Puppet[] = []
  const lost: [Loss, string][] = []
  const silences: boolean[] = []
  const heard: FromRunWorker[] = []
  const port = createPort(
    () => {
      const puppet = createPuppet()
      puppets.push(puppet)
      return puppet
    },
    { onLoss: (...loss) => lost.push(loss), onSilence: (isSilent) => silences.push(isSilent) },
  )
  port.listen((message) => heard.push(message))
  const worker = () => puppets.at(-1) ?? createPuppet()
  const ask = () => port.post({ type: 'advance', generation: 1, days: 1, digests: 'each' })
  return { port, puppets, worker, ask, lost, silences, heard }
}

const progress: FromRunWorker = { type: 'progress', generation: 1, day: 3 }
const answered = { type: 'answered' }
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)

describe('a worker', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('that answers nothing is silent, until it speaks again', () => {
    const { worker, ask, silences, heard } = start()
    ask()
    worker().say(answered)
    ask()
    pass(SILENT_SECONDS - 1)
    expect(silences).toEqual([])
    pass(1)
    expect(silences).toEqual([true])
    pass(100)
    worker().say(progress)
    expect(silences).toEqual([true, false])
    expect(heard).toEqual([progress])
  })

  it('that tells of its progress is not silent, however long it takes', () => {
    const { worker, ask, silences } = start()
    ask()
    for (let i = 0; i < 100; i++) {
      worker().say(progress)
      pass(SILENT_SECONDS - 1)
    }
    expect(silences).toEqual([])
  })

  it('that nobody asked may rest', () => {
    const { worker, ask, silences } = start()
    ask()
    ask()
    worker().say(answered)
    worker().say(answered)
    pass(1000)
    expect(silences).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('whose script comes over a slow line has longer for its first word', () => {
    const { ask, silences } = start()
    ask()
    pass(SILENT_SECONDS)
    expect(silences).toEqual([])
    pass(100)
    expect(silences).toEqual([true])
  })

  it('is lost when its script does not load, when it breaks, and when its words cannot be read', () => {
    const { port, worker, ask, lost } = start()
    worker().break()
    port.renew()
    worker().break('x is not a function')
    port.renew()
    ask()
    worker().say(answered)
    worker().break('')
    port.renew()
    Reflect.apply(worker().onmessageerror ?? (() => undefined), worker(), [{}])
    expect(lost).toEqual([
      ['notStarted', ''],
      ['ended', 'x is not a function'],
      ['ended', ''],
      ['unreadable', ''],
    ])
  })

  it('that is lost is ended, hears nothing any more and is not missed', () => {
    const { worker, ask, puppets, silences } = start()
    ask()
    worker().break('no')
    ask()
    pass(1000)
    expect(puppets).toHaveLength(1)
    expect(worker().isEnded).toBe(true)
    expect(worker().heard).toHaveLength(1)
    expect(silences).toEqual([])
  })

  it('that was replaced is not heard any more', () => {
    const { port, puppets, ask, heard, lost } = start()
    ask()
    const [old] = puppets
    port.renew()
    old?.say(progress)
    old?.break('too late')
    expect(old?.isEnded).toBe(true)
    expect([heard, lost]).toEqual([[], []])
    ask()
    puppets[1]?.say(progress)
    expect(heard).toEqual([progress])
  })

  it('that the browser forbids is lost as well, after the page has been built', async () => {
    const lost: [Loss, string][] = []
    const forbid = (): Thread => {
      throw new Error('forbidden')
    }
    createPort(forbid, { onLoss: (...loss) => lost.push(loss), onSilence: () => undefined })
    expect(lost).toEqual([])
    await Promise.resolve()
    expect(lost).toEqual([['notStarted', 'forbidden']])
  })
})
