/** Transport: play, step, restart, speed, timeline with its schedule, seed, day, season and digest. */
import { monthOf } from '../../engine'
import { LIMITS } from '../../scenario'
import { type Course, type CourseChange, courseChanges } from '../../store'
import { plainLines, text } from '../../text'
import { h, iconButton, reshape } from '../../ui'
import { type Player, SPEEDS } from '../../watch'
import { date } from '../../words'
import type { Action } from '../keys'
import { withKey } from '../keys'
import type { PageState } from '../state'
import { createChangeMarks } from './changeMarks'
import type { Schedule } from './schedule'
import { seasonalLegs, seasonOf } from './season'
import { createDaySlider } from './slider'

const words = text.page.transport

export interface TransportOptions {
  readonly player: Player
  readonly schedule: Schedule
  readonly act: (action: Action) => void
  readonly onSeed: (seed: string) => void
  /** Computes the whole run under the current scenario. */
  readonly onRecompute: () => void
}

export interface Transport {
  readonly element: HTMLElement
  /**
   * Shows the state of the player. Of the run it shows only complete results, so that old and new numbers
   * never mix.
   */
  show(state: PageState): void
  /** Draws the knob between days. */
  showTime(time: number): void
}

export function createTransport({ player, schedule, act, onSeed, onRecompute }: TransportOptions): Transport {
  const play = iconButton(words.play, 'play', () => act('play'), withKey(words.play, 'play'))
  play.classList.add('main')
  const speed = speedSelect(player)
  const marks = createChangeMarks((day) => player.seek(day))
  const slider = createDaySlider((day) => player.seek(day), marks.element)
  const seed = seedField(onSeed)
  const day = h('output', { class: 'day', 'data-testid': 'day', 'aria-live': 'off' })
  const horizon = h('span', { class: 'dim' })
  const calendar = h('span', { class: 'date', 'data-testid': 'date' })
  const legs = h('span', { class: 'seasonal dim' })
  const digest = h('code', { class: 'digest', 'data-testid': 'digest', title: words.digestHelp })
  const changed = h('span', { class: 'changed-on' })
  const recomputeRun = iconButton(words.recomputeRun, 'restart', onRecompute)
  recomputeRun.classList.add('small')
  const changes = h('div', { class: 'run-changes', hidden: true }, changed, recomputeRun)
  let marked: { readonly course: Course; readonly all: readonly CourseChange[] } | undefined
  const element = h(
    'section',
    { class: 'transport', 'aria-label': words.name },
    h(
      'div',
      { class: 'transport-buttons' },
      iconButton(words.restart, 'restart', () => act('restart'), withKey(words.restart, 'restart')),
      iconButton(words.back, 'back', () => act('back'), withKey(words.back, 'back')),
      play,
      iconButton(words.forward, 'forward', () => act('forward'), withKey(words.forward, 'forward')),
      speed,
    ),
    h(
      'div',
      { class: 'transport-day' },
      h('span', { class: 'dim' }, words.day),
      day,
      horizon,
      calendar,
      legs,
    ),
    h('div', { class: 'time' }, schedule.lanes, slider.element),
    schedule.controls,
    h(
      'div',
      { class: 'transport-run' },
      h('label', {}, h('span', { class: 'dim' }, words.seed), seed),
      h('span', { class: 'digest-line' }, h('span', { class: 'dim' }, words.digest), digest),
      changes,
    ),
  )

  function showChanges({ course, settings }: PageState, startDay: number): void {
    const goesOn = settings.whenChanged === 'continue'
    if (course !== marked?.course) marked = { course, all: courseChanges(course) }
    const { all } = marked
    changes.hidden = all.length === 0 && !goesOn
    changed.textContent = all.length === 0 ? words.unchanged : words.changedOn(all.map(({ day }) => day))
    changed.title = plainLines(all.map(({ day, lines }) => words.change(day, lines)).join('\n'))
    recomputeRun.hidden = all.length === 0
    marks.show(all, player.horizon, (day) => date(startDay + day))
  }

  return {
    element,
    showTime(time) {
      const now = player.busy ? player.reached : slider.timeOf(time)
      element.style.setProperty('--now', `${player.horizon === 0 ? 0 : (now / player.horizon) * 100}%`)
    },
    show(state) {
      const { scenario, record, known, isWhole } = state
      const name = player.playing ? words.pause : words.play
      reshape(play, name, player.playing ? 'pause' : 'play', withKey(name, 'play'))
      speed.value = String(player.speed)
      if (document.activeElement !== seed) seed.value = scenario.seed
      const { frame } = player
      schedule.show(scenario, player.horizon)
      element.classList.toggle('with-blocks', schedule.hasBlocks)
      if (record !== undefined) showChanges(state, record.spec.startEpochDay)
      if (record === undefined || frame === undefined || !isWhole) {
        const aim = player.busy ? player.heading : player.day
        return slider.aim(player.horizon, aim, `${words.day} ${aim}`)
      }
      day.textContent = String(player.day)
      horizon.textContent = words.of(player.horizon)
      const today = record.spec.startEpochDay + player.day
      const month = monthOf(today)
      const { open, all } = seasonalLegs(scenario, month)
      calendar.textContent = words.dateAndSeason(date(today), text.timeline.seasons[seasonOf(month)])
      legs.textContent = all === 0 ? '' : text.timeline.seasonalLegs(open, all)
      calendar.title = legs.textContent
      slider.show(record, known, player.horizon, player.day, `${words.day} ${player.day}, ${date(today)}`)
      digest.textContent = frame.digest ?? ''
    },
  }
}

function speedSelect(player: Player): HTMLSelectElement {
  const speeds = SPEEDS.map((speed) => h('option', { value: speed }, words.speedValue(speed)))
  const select = h('select', { 'aria-label': words.speed, class: 'speed' }, ...speeds)
  select.addEventListener('change', () => player.setSpeed(Number(select.value)))
  return select
}

function seedField(onSeed: (seed: string) => void): HTMLInputElement {
  const field = h('input', {
    class: 'seed',
    'data-testid': 'seed',
    maxlength: LIMITS.seed,
    spellcheck: false,
    autocomplete: 'off',
  })
  field.addEventListener('change', () => onSeed(field.value))
  field.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') field.blur()
  })
  return field
}
