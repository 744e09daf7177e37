/** Which clicks, pans, pinches and drags are made of pointers that are pressed, moved and let go. */
import { expect, test } from 'vitest'
import { createPresses } from '../../../src/map/view/presses'

/** Presses whose calls are noted as lines; `grabs` says whether what lies under a press can be dragged. */
function presses(grabs = false) {
  const log: string[] = []
  const note =
    (name: string) =>
    (...values: readonly unknown[]): void => {
      log.push([name, ...values.map((value) => JSON.stringify(value))].join(' '))
    }
  const made = createPresses({
    pan: note('pan'),
    zoom: note('zoom'),
    click: note('click'),
    grab: () => grabs,
    drag: note('drag'),
    drop: note('drop'),
  })
  return { ...made, log }
}

test('a press that hardly moves is a click where it ends', () => {
  const { down, move, up, log } = presses()
  down(1, { x: 10, y: 10 })
  expect(move(1, { x: 12, y: 11 })).toBe('slight')
  up(1, { x: 12, y: 11 })
  expect(log).toEqual(['click 12 11'])
})

test('a press that moves pans by each movement and clicks nothing', () => {
  const { down, move, up, log } = presses()
  down(1, { x: 0, y: 0 })
  expect(move(1, { x: 10, y: 0 })).toBe('moved')
  move(1, { x: 10, y: 5 })
  up(1, { x: 10, y: 5 })
  expect(log).toEqual(['pan 10 0', 'pan 0 5'])
})

test('two pointers zoom about the point between them and pan with it', () => {
  const { down, move, up, log } = presses()
  down(1, { x: 0, y: 0 })
  down(2, { x: 10, y: 0 })
  move(2, { x: 20, y: 0 })
  up(1, { x: 0, y: 0 })
  up(2, { x: 20, y: 0 })
  expect(log).toEqual(['pan 5 0', 'zoom 2 10 0 false'])
})

test('what is grabbed is dragged and dropped, not panned', () => {
  const { down, move, up, log } = presses(true)
  down(1, { x: 0, y: 0 })
  move(1, { x: 10, y: 0 })
  up(1, { x: 12, y: 0 })
  expect(log).toEqual(['drag 10 0', 'drop {"x":12,"y":0}'])
})

test('a second pointer breaks a drag off, and so does a pointer that is lost', () => {
  const first = presses(true)
  first.down(1, { x: 0, y: 0 })
  first.move(1, { x: 10, y: 0 })
  first.down(2, { x: 50, y: 0 })
  expect(first.log).toEqual(['drag 10 0', 'drop'])
  const second = presses(true)
  second.down(1, { x: 0, y: 0 })
  second.move(1, { x: 10, y: 0 })
  second.cancel(1)
  expect(second.log).toEqual(['drag 10 0', 'drop'])
})

test('a pointer that is not pressed moves freely, and lifting it does nothing', () => {
  const { move, up, log } = presses()
  expect(move(7, { x: 1, y: 1 })).toBe('free')
  up(7, { x: 1, y: 1 })
  expect(log).toEqual([])
})
