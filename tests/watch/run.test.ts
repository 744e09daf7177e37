/** The run: in step with the scenario of the store, and what it says while it is under way, changed, silent or lost. */
import { describe, expect, it } from 'vitest'
import { DEPARTED } from '../../src/engine'
import { compileScenario, differencesBetween, type Scenario, setAt } from '../../src/scenario'
import { createPageStore, DEFAULT_SETTINGS, type Settings } from '../../src/store'
import { createRun } from '../../src/watch/run'
import type { ScenarioChange } from '../../src/watch/types'
import { bundledScenario, digestAfter } from '../support/bundled'
import { createRunPort } from '../support/runPort'

const scenario = bundledScenario('line')
const KG_PER_DAY = 'organisations.*.supply.*.kgPerDay'

function edited(from: Scenario, value: number): Scenario {
  const result = setAt(from, KG_PER_DAY, value)
  if (!result.ok) throw new Error('the change is refused')
  return result.scenario
}

/** A run of the line, paused on its first day, and what it has told so far. */
function start(settings: Partial<Settings> = {}, startsPlaying = false) {
  const port = createRunPort()
  let today = () => 0
  const store = createPageStore({ ...DEFAULT_SETTINGS, whenChanged: 'restart', ...settings }, () => today())
  store.open(scenario, { kind: 'bundled', name: scenario.id }, 'opened')
  let task: (() => void) | undefined
  const run = createRun({
    store,
    openPort: port.open,
    startsPlaying: () => startsPlaying,
    after: (_, next) => {
      task = next
      return () => {
        task = undefined
      }
    },
  })
  today = () => run.player.heading
  const scenarios: ScenarioChange['kind'][] = []
  const pictures: number[] = []
  /** Days whose facts were told, by the hour of their last departure. */
  const days: number[] = []
  const times: number[] = []
  run.subscribe({
    onScenario: ({ kind }) => void scenarios.push(kind),
    onPicture: (_, day) => void pictures.push(day),
    onDay({ count, kind, hour }) {
      const row = kind.subarray(0, count).lastIndexOf(DEPARTED)
      days.push(Math.floor((hour[row] ?? 0) / 24) + 1)
    },
    onTime: (time) => void times.push(time),
  })
  run.start()
  port.deliver()
  let now = 0
  /** Lets some seconds pass, fifty pictures a second. */
  const pass = (seconds: number) => {
    for (let i = 0; i < seconds * 50; i++) {
      now += 20
      run.tick(now)
      port.deliver()
    }
  }
  const seek = (day: number) => {
    run.player.seek(day)
    pass(0.1)
  }
  /** Ends the wait after an edit. */
  const settle = () => {
    task?.()
    port.deliver()
    pass(0.1)
  }
  return { run, store, port, scenarios, pictures, days, times, pass, seek, settle, isWaiting: () => !!task }
}

describe('a run', () => {
  it('begins with the scenario of the store, and plays at once where it is asked to', () => {
    const resting = start()
    resting.pass(1)
    expect([resting.scenarios, resting.pictures, resting.run.player.day]).toEqual([['opened'], [0], 0])
    expect(resting.run.isWhole).toBe(true)
    const playing = start({}, true)
    playing.pass(2)
    expect(playing.run.player.day).toBeGreaterThan(5)
  })

  it('tells each day once, when the clock enters it, and every moment', () => {
    const { run, days, times, pass } = start()
    run.player.setSpeed(5)
    run.player.play()
    pass(4.04)
    expect(run.player.day).toBe(20)
    expect(days).toEqual(Array.from({ length: 21 }, (_, i) => i + 1))
    expect(times.at(-1)).toBe(run.player.time)
  })

  it('lists the shipments that are under way at the end of the present day', () => {
    const { run, seek, pass } = start()
    seek(100)
    expect(run.shipments()).toHaveLength(run.frame?.inTransit ?? -1)
    run.player.play()
    pass(3)
    run.player.pause()
    expect(run.player.day).toBeGreaterThan(110)
    expect(run.shipments()).toHaveLength(run.frame?.inTransit ?? -1)
  })

  it('shows the former record and frame until a journey has arrived', () => {
    const { run, port, seek } = start()
    seek(40)
    const { frame } = run
    run.player.seek(150)
    expect([run.hasArrived, run.isWhole, run.isBehind]).toEqual([false, false, true])
    expect(run.frame).toBe(frame)
    port.deliver()
    expect(run.frame?.digest).toBe(digestAfter(scenario, 150))
    expect([run.isWhole, run.isOfOneDay, run.isBehind, run.known]).toEqual([true, true, false, 150])
  })

  it('of another scenario begins on its first day, with nothing left of the one before', () => {
    const { run, store, port, scenarios, seek } = start()
    seek(50)
    const other = bundledScenario('two-routes')
    store.open(other, { kind: 'bundled', name: other.id }, 'opened')
    expect([scenarios, run.frame]).toEqual([['opened', 'opened'], undefined])
    port.deliver()
    expect([run.player.day, run.known, run.spec?.id]).toEqual([0, 0, other.id])
  })
})

describe('an edit during a run', () => {
  it('waits for the next one, and computes the run anew from its first day where it is to restart', () => {
    const { run, store, scenarios, seek, settle, isWaiting } = start()
    seek(90)
    store.edit(KG_PER_DAY, 300)
    store.edit(KG_PER_DAY, 400)
    expect([isWaiting(), scenarios, run.isWhole, run.isBehind]).toEqual([true, ['opened'], false, true])
    settle()
    expect([scenarios, run.player.day]).toEqual([['opened', 'edited'], 0])
    seek(90)
    expect(run.frame?.digest).toBe(digestAfter(edited(scenario, 400), 90))
  })

  it('applies from the present day on where the run is to continue, and is taken back with undo', () => {
    const { run, store, port, seek, settle } = start({ whenChanged: 'continue' })
    seek(90)
    const record = run.record
    store.edit(KG_PER_DAY, 400)
    settle()
    expect(run.player.day).toBe(90)
    expect(run.record).toBe(record)
    seek(140)
    const turned = digestAfter(scenario, 140, [90, edited(scenario, 400)])
    expect(run.frame?.digest).toBe(turned)
    expect(run.specToday).not.toBe(compileScenario(scenario))
    store.undo()
    settle()
    expect(run.frame?.digest).toBe(digestAfter(scenario, 140))
    expect(port.renewals).toBe(0)
  })

  it('of the parts of a network builds the run anew, which goes on to the same day', () => {
    const { run, store, scenarios, seek, settle } = start({ whenChanged: 'continue' })
    seek(60)
    const [first] = scenario.checkpoints
    const smaller = { ...scenario, checkpoints: scenario.checkpoints.filter((each) => each !== first) }
    store.rework({ ok: true, scenario: smaller, changes: differencesBetween(scenario, smaller) })
    settle()
    expect([scenarios.at(-1), run.player.day]).toEqual(['rebuilt', 60])
    expect(run.frame?.digest).toBe(digestAfter(smaller, 60))
  })
})

describe('a run whose worker fails', () => {
  it('keeps its record, says why, and goes on to the wanted day once it is started again', () => {
    const { run, port, seek, pass } = start()
    seek(30)
    run.player.play()
    pass(1)
    const { day } = run.player
    const { reached } = run.player
    port.worker.onLoss('ended', 'out of memory')
    expect(run.failure).toEqual({ kind: 'ended', reason: 'out of memory', day: reached })
    expect([run.player.playing, run.isWhole, run.isBehind, run.frame?.day]).toEqual([
      false,
      false,
      false,
      day,
    ])
    run.startAgain()
    port.deliver()
    expect([port.renewals, run.failure, run.player.playing, run.player.day]).toEqual([
      1,
      undefined,
      true,
      day,
    ])
    expect(run.frame?.digest).toBe(digestAfter(scenario, day))
  })

  it('is started again by whoever wants another day', () => {
    const { run, port, seek } = start()
    seek(30)
    port.worker.onLoss('ended', '')
    run.player.seek(70)
    port.deliver()
    expect(run.frame?.digest).toBe(digestAfter(scenario, 70))
  })

  it('that is silent stands still, and plays on when it speaks again', () => {
    const { run, port, pass } = start({}, true)
    pass(1)
    const { time } = run.player
    port.worker.onSilence(true)
    pass(1)
    expect([run.failure?.kind, run.player.time, run.player.playing]).toEqual(['silent', time, false])
    port.worker.onSilence(false)
    pass(1)
    expect([run.failure, run.player.playing]).toEqual([undefined, true])
    expect(run.player.time).toBeGreaterThan(time)
  })

  it('or whose model refuses to go on, is mended by an edit', () => {
    const { run, store, port, seek, settle } = start()
    seek(50)
    run.player.seek(200)
    port.refuse(120, 'too many shipments')
    expect(run.failure).toEqual({ kind: 'refused', reason: 'too many shipments', day: 120 })
    expect([run.player.day, run.isOfOneDay, run.isBehind]).toEqual([50, true, false])
    store.edit(KG_PER_DAY, 100)
    settle()
    expect([port.renewals, run.failure, run.isWhole]).toEqual([1, undefined, true])
    seek(20)
    expect(run.frame?.digest).toBe(digestAfter(edited(scenario, 100), 20))
  })
})
