/** Placement of notes and cards. */
import { describe, expect, it } from 'vitest'
import { placeBeside, placeCard } from '../../src/ui/placement'

describe('a card beside a thing', () => {
  const size = { width: 300, height: 150 }
  const window = { width: 1000, height: 700 }
  const at = (x: number, y: number, width: number, height: number) =>
    placeCard({ left: x, top: y, right: x + width, bottom: y + height }, size, window)

  it('stands left of a panel on the right, above a bar below, below a bar above', () => {
    expect(at(700, 50, 300, 600)).toEqual({ left: 390, top: 50 })
    expect(at(0, 600, 1000, 60)).toEqual({ left: 10, top: 440 })
    expect(at(0, 0, 1000, 44)).toEqual({ left: 10, top: 54 })
  })

  it('stands in the lower corner of a large map, and hides nothing beside it', () => {
    expect(at(0, 44, 700, 400)).toEqual({ left: 20, top: 284 })
  })

  it('is always within the window', () => {
    for (const area of [at(0, 0, 1000, 700), at(-50, 660, 20, 200), at(980, 690, 200, 200)]) {
      expect(area.left).toBeGreaterThanOrEqual(0)
      expect(area.left + size.width).toBeLessThanOrEqual(window.width)
      expect(area.top + size.height).toBeLessThanOrEqual(window.height)
    }
  })
})

describe('a note beside a point', () => {
  const note = { width: 100, height: 40 }
  const room = { width: 400, height: 300 }
  const at = (x: number, y: number) => ({ left: x, right: x, top: y, bottom: y })

  it('stands on the first side with room', () => {
    const options = { sides: ['right', 'left'], align: 'middle', gap: 14 } as const
    expect(placeBeside(at(200, 150), note, room, options)).toEqual({ left: 214, top: 130 })
    expect(placeBeside(at(350, 150), note, room, options)).toEqual({ left: 236, top: 130 })
  })

  it('lines up with the start or the end of what it is about', () => {
    const button = { left: 250, right: 280, top: 20, bottom: 40 }
    expect(placeBeside(button, note, room, { sides: ['below'] })).toEqual({ left: 250, top: 44 })
    expect(placeBeside(button, note, room, { sides: ['below'], align: 'end' })).toEqual({
      left: 180,
      top: 44,
    })
  })

  it('stays inside where no side has room', () => {
    const options = { sides: ['above', 'below'], margin: 8 } as const
    expect(placeBeside(at(399, 10), note, { width: 400, height: 60 }, options)).toEqual({
      left: 292,
      top: 12,
    })
  })
})
