/** The player: real time into days, travel in time, changed parameters. Driven by a run in the same thread. */
import { describe, expect, it } from 'vitest'
import type { DayFrame } from '../../src/analysis'
import { compileScenario, setAt } from '../../src/scenario'
import { createPlayer, type Player } from '../../src/watch/player'
import { bundledScenario, digestAfter } from '../support/bundled'
import { createRunPort } from '../support/runPort'

const scenario = bundledScenario('line')
const spec = compileScenario(scenario)

function start() {
  const { port, sent, deliver, deliverOne } = createRunPort()
  const shown: DayFrame[] = []
  const stranded: number[] = []
  const player = createPlayer(port, {
    onReset(frame, skipped) {
      if (!skipped) shown.splice(0, shown.length, frame)
    },
    onDay: () => undefined,
    onEnter: (frame) => void shown.push(frame),
    onEnd: () => undefined,
    onChange: () => undefined,
    onFailure: (message) => {
      throw new Error(message)
    },
    onStranded: (day) => void stranded.push(day),
    onStory: () => undefined,
  })
  let now = 0
  /** Lets some seconds pass, fifty pictures a second. */
  const pass = (seconds: number) => {
    for (let i = 0; i < seconds * 50; i++) {
      now += 20
      player.tick(now)
      deliver()
    }
  }
  player.load([{ fromDay: 0, spec }], spec.seed)
  deliver()
  return { player, pass, deliver, deliverOne, sent, shown, stranded }
}

function digestNow(player: Player): string | undefined {
  return player.frame?.digest
}

describe('the player', () => {
  it('turns seconds into days at the chosen speed', () => {
    const { player, pass } = start()
    player.setSpeed(10)
    player.play()
    pass(3)
    expect(player.time).toBeCloseTo(29.8, 0)
    expect(digestNow(player)).toBe(digestAfter(scenario, player.day))
    player.pause()
    const { time } = player
    pass(1)
    expect(player.time).toBe(time)
  })

  it('goes as fast as days come, in portions that leave the page time to answer', () => {
    const { player, pass, sent } = start()
    player.setSpeed(Number.POSITIVE_INFINITY)
    player.play()
    pass(0.1)
    expect(player.day).toBeGreaterThan(60)
    expect(player.day).toBeLessThan(spec.days)
    pass(1)
    expect(player.day).toBe(spec.days)
    expect(player.playing).toBe(false)
    expect(digestNow(player)).toBe(digestAfter(scenario, spec.days))
    expect(sent.every((message) => message.type !== 'advance' || message.days <= 30)).toBe(true)
  })

  it('passes days too fast for their digests, and knows that of the day on which it stops', () => {
    const { player, pass, sent } = start()
    player.setSpeed(50)
    player.play()
    pass(1)
    expect(digestNow(player)).toBeUndefined()
    player.pause()
    pass(0.1)
    expect(digestNow(player)).toBe(digestAfter(scenario, player.day))
    expect(sent.filter(({ type }) => type === 'digest')).toHaveLength(1)
  })

  it('asks for a few days ahead, never for all', () => {
    const { player, pass, sent } = start()
    player.play()
    pass(2)
    const asked = sent.reduce((days, message) => days + (message.type === 'advance' ? message.days : 0), 0)
    expect(asked).toBeLessThan(player.time + 10)
  })

  it('does not leap after a pause of the page', () => {
    const { player, pass, deliver } = start()
    player.setSpeed(1)
    player.play()
    pass(1)
    const { time } = player
    player.tick(10_000_000)
    deliver()
    expect(player.time - time).toBeLessThan(0.2)
  })

  it('goes to any day and shows the month before it', () => {
    const { player, deliver, shown } = start()
    player.seek(150)
    deliver()
    expect(player.busy).toBe(false)
    expect(player.day).toBe(150)
    expect(digestNow(player)).toBe(digestAfter(scenario, 150))
    expect(shown[0]?.day).toBe(120)
    player.seek(10)
    deliver()
    expect(digestNow(player)).toBe(digestAfter(scenario, 10))
  })

  it('follows the last of several wishes', () => {
    const { player, pass } = start()
    player.seek(150)
    player.seek(20)
    player.seek(70)
    pass(0.2)
    expect(player.day).toBe(70)
    expect(digestNow(player)).toBe(digestAfter(scenario, 70))
  })

  it('steps by one day and stops at both ends', () => {
    const { player, deliver } = start()
    player.step(1)
    deliver()
    player.step(1)
    deliver()
    expect(player.day).toBe(2)
    player.step(-1)
    deliver()
    expect(player.day).toBe(1)
    player.step(-1)
    deliver()
    player.step(-1)
    deliver()
    expect(player.day).toBe(0)
    player.seek(spec.days + 50)
    deliver()
    expect(player.day).toBe(spec.days)
  })

  it('computes a changed scenario up to the same day', () => {
    const { player, deliver } = start()
    const edited = setAt(scenario, 'organisations.*.supply.*.kgPerDay', 400)
    if (!edited.ok) throw new Error('the change is refused')
    player.seek(80)
    deliver()
    player.load([{ fromDay: 0, spec: compileScenario(edited.scenario) }], spec.seed, 80)
    deliver()
    expect(player.day).toBe(80)
    expect(digestNow(player)).toBe(digestAfter(edited.scenario, 80))
  })

  it('stays on its day when the run turns off earlier, and again when it no longer does', () => {
    const { player, deliver, shown } = start()
    const edited = setAt(scenario, 'organisations.*.supply.*.kgPerDay', 400)
    if (!edited.ok) throw new Error('the change is refused')
    const first = { fromDay: 0, spec }
    const turn = { fromDay: 60, spec: compileScenario(edited.scenario) }
    player.seek(140)
    deliver()
    player.replace([first, turn], 60)
    deliver()
    expect(player.day).toBe(140)
    expect(shown[0]?.day).toBe(110)
    const turned = digestNow(player)
    expect(turned).not.toBe(digestAfter(scenario, 140))
    player.replace([first], 60)
    deliver()
    expect(player.day).toBe(140)
    expect(digestNow(player)).toBe(digestAfter(scenario, 140))
    player.seek(30)
    deliver()
    player.replace([first, turn], 60)
    deliver()
    expect(digestNow(player)).toBe(digestAfter(scenario, 30))
    player.seek(140)
    deliver()
    expect(digestNow(player)).toBe(turned)
  })

  it('tells how far the run has come while it is under way', () => {
    const { player, deliverOne } = start()
    player.seek(150)
    const first = player.reached
    const way: number[] = []
    while (player.busy) {
      deliverOne()
      if (player.reached !== way.at(-1)) way.push(player.reached)
    }
    expect(way).toEqual(Array.from({ length: 150 - first }, (_, i) => first + 1 + i))
  })

  it('that was halted keeps its day, asks nothing of its worker, and passes on which day is wanted', () => {
    const { player, pass, sent, stranded } = start()
    player.seek(60)
    pass(0.2)
    player.play()
    pass(1)
    const { day } = player
    player.giveUp()
    const asked = sent.length
    expect([player.playing, player.busy, player.day]).toEqual([false, false, day])
    player.seek(90)
    player.step(1)
    player.askStory({ kind: 'shipment', shipment: { a: 1, b: 2 }, day: 3 })
    pass(1)
    expect(stranded).toEqual([90, day + 1])
    expect(sent).toHaveLength(asked)
    player.load([{ fromDay: 0, spec }], spec.seed, 90)
    pass(0.2)
    expect(digestNow(player)).toBe(digestAfter(scenario, 90))
  })

  it('that is held stands still, passes on which day is wanted, and plays on when its worker speaks again', () => {
    const { player, pass, stranded } = start()
    player.play()
    pass(1)
    player.setSilent(true)
    const { time } = player
    pass(1)
    player.seek(70)
    expect([player.playing, player.time, stranded]).toEqual([false, time, [70]])
    player.setSilent(false)
    pass(1)
    expect(player.time).toBeGreaterThan(time)
    expect(digestNow(player)).toBe(digestAfter(scenario, player.day))
  })
})
