/** The map: layers, filters, search, one shipment followed, pictures of it, and a graphics card that forgets. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { storyOf } from '../../src/app/inspector/story'
import { createWorld, type Fact, forEachFact, shipmentName, step } from '../../src/engine'
import { compileScenario } from '../../src/scenario'
import { bundledScenario } from '../support/bundled'
import { mapPicture, type OpenPage, PATIENCE_MS, pause, seek, settled } from './support/page'
import { hoverLabel, inspector, legend, mapNote, story } from './support/parts'
import { it } from './support/visits'

const DAY = 60
/** Colour of a moving shipment in the dark theme. */
const MOVING = [255, 210, 122] as const

let open: OpenPage
let page: Page
/** An empty page that looks at pictures. */
let eye: Page
it.beforeAll(async ({ sharedVisit }) => {
  open = await sharedVisit()
  page = open.page
  eye = await open.context.newPage()
  await page.bringToFront()
  await pause(page)
  await seek(page, DAY)
})

const frames = () =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

async function mapBox() {
  const box = await page.getByTestId('map').boundingBox()
  if (box === null) throw new Error('no map')
  return box
}

/** Moves the pointer over the map until a label with these words shows; answers where on the map. */
async function findHover(words: string): Promise<{ x: number; y: number }> {
  const spot = await page.getByTestId('map').evaluate((map, wanted) => {
    const { left, top, width, height } = map.getBoundingClientRect()
    const label = document.querySelector<HTMLElement>('[data-testid="hover"]')
    for (let y = 6; y < height; y += 6) {
      for (let x = 6; x < width; x += 6) {
        map.dispatchEvent(new PointerEvent('pointermove', { clientX: left + x, clientY: top + y }))
        if (label?.hidden === false && label.innerText.includes(wanted)) return { x, y }
      }
    }
    return undefined
  }, words)
  if (spot === undefined) throw new Error(`no label with "${words}"`)
  const { x: left, y: top } = await mapBox()
  await page.mouse.move(left + spot.x, top + spot.y)
  await hoverLabel(page).filter({ hasText: words }).waitFor()
  return spot
}

/** Map picture once all flights and changes are drawn, with the pointer away. */
async function stillPicture(): Promise<string> {
  await page.mouse.move(5, 5)
  for (let before = ''; ; ) {
    await frames()
    const picture = await mapPicture(page)
    if (picture === before) return picture
    before = picture
  }
}

const sameAs = (a: string, b: string): boolean => a === b

/** Pixels of a PNG with this colour: how many, and the middle one. */
function coloured(png: string, colour: readonly number[]) {
  return eye.evaluate(
    async ([data, red, green, blue]) => {
      const blob = await (await fetch(`data:image/png;base64,${data}`)).blob()
      const image = await createImageBitmap(blob)
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      context.drawImage(image, 0, 0)
      const { data: bytes } = context.getImageData(0, 0, image.width, image.height)
      const found: { x: number; y: number }[] = []
      for (let i = 0; i < bytes.length; i += 4) {
        if (bytes[i] !== red || bytes[i + 1] !== green || bytes[i + 2] !== blue) continue
        found.push({ x: (i / 4) % image.width, y: Math.floor(i / 4 / image.width) })
      }
      const middle = found[Math.floor(found.length / 2)]
      return { count: found.length, middle, width: image.width, height: image.height }
    },
    [png, ...colour] as const,
  )
}

/** Facts of the shipment whose name begins with these hex digits, from a run outside the browser. */
function factsOfShipment(digits: string): Fact[] {
  const spec = compileScenario(bundledScenario('central-asia'))
  const world = createWorld(spec, spec.seed, { watch: true })
  const facts: Fact[] = []
  for (let day = 0; day < DAY; day++)
    forEachFact(step(world), (fact) => {
      if (shipmentName(fact).startsWith(digits)) facts.push({ ...fact })
    })
  return facts
}

/** Name of the checkpoint that seized most shipments. */
function busiestCheckpoint(): string {
  const spec = compileScenario(bundledScenario('central-asia'))
  const world = createWorld(spec, spec.seed)
  for (let day = 0; day < DAY; day++) step(world)
  const { seizures } = world.counters
  return spec.checkpoints.names[seizures.indexOf(Math.max(...seizures))] ?? ''
}

describe('the map', () => {
  it('shows and hides its layers by key and by box, and says what is off', async () => {
    // Names follow the flows with some rest: switched off and on they stand where they belong today.
    for (const key of '77') await page.keyboard.press(key)
    const full = await stillPicture()
    for (const key of '123456789') {
      await page.keyboard.press(key)
      expect([key, sameAs(await stillPicture(), full)]).toEqual([key, false])
      expect(await mapNote(page).innerText()).toContain('1 layer off')
      await page.keyboard.press(key)
      await mapNote(page).waitFor({ state: 'hidden' })
    }
    expect(sameAs(await stillPicture(), full)).toBe(true)
    await page.keyboard.press('l')
    const box = page.getByRole('checkbox', { name: 'Place names' })
    await box.click()
    expect(sameAs(await stillPicture(), full)).toBe(false)
    await box.press('7')
    expect(await box.isChecked()).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('region', { name: 'Layers and filters of the map' }).waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Layers and filters of the map',
    )
  })

  it('filters flows and shipments by route and mode, and clears the filter', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    const full = await stillPicture()
    const widths = () => legend(page).getByRole('list').last().innerText()
    const wide = await widths()
    await page.keyboard.press('l')
    await page.getByRole('combobox', { name: 'Route', exact: true }).selectOption('R5')
    await page.keyboard.press('Escape')
    const filtered = await stillPicture()
    expect(sameAs(filtered, full)).toBe(false)
    // The legend follows with the next picture.
    await expect.poll(widths).not.toBe(wide)
    expect(await mapNote(page).innerText()).toContain('Only R5')
    const moving = await coloured(filtered, MOVING)
    expect(moving.count).toBeGreaterThan(0)
    expect(moving.count).toBeLessThan((await coloured(full, MOVING)).count)
    await page.getByRole('button', { name: 'Show all' }).click()
    expect(sameAs(await stillPicture(), full)).toBe(true)
  })

  it('finds a place by name and keys, selects it and flies there', async () => {
    const full = await stillPicture()
    await page.keyboard.press('g')
    await page.keyboard.type('almat')
    const search = page.getByRole('combobox', { name: 'Find a place, checkpoint or route' })
    expect(await search.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    expect(await inspector(page).getByRole('heading', { level: 2 }).innerText()).toBe('Almaty')
    expect(sameAs(await stillPicture(), full)).toBe(false)
    await search.fill('no such place')
    expect(await page.getByRole('search').getByRole('status').textContent()).toBe('Nothing found')
    expect(await search.getAttribute('aria-expanded')).toBe('false')
    await search.fill('')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await inspector(page).waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Back to the first view' }).click()
    expect(sameAs(await stillPicture(), full)).toBe(true)
  })

  it('shows the whole network, the far markets too, and goes back to the first view', async () => {
    const full = await stillPicture()
    const host = await mapBox()
    await page.getByRole('button', { name: 'Show the whole network' }).click()
    expect(sameAs(await stillPicture(), full)).toBe(false)
    const spot = await findHover('United States')
    expect(Math.min(spot.x, spot.y, host.width - spot.x, host.height - spot.y)).toBeGreaterThan(5)
    await page.getByRole('button', { name: 'Back to the first view' }).click()
    expect(sameAs(await stillPicture(), full)).toBe(true)
  })

  it('moves and zooms by keys while it has the focus, which are no keys of the page elsewhere', async () => {
    const full = await stillPicture()
    for (const key of ['ArrowRight', '+']) await page.keyboard.press(key)
    expect(sameAs(await stillPicture(), full)).toBe(true)
    const map = page.getByRole('application', { name: /^Map of the network/ })
    await map.focus()
    const seen = [await stillPicture()]
    for (const key of ['ArrowRight', 'ArrowDown', '+', '-', 'ArrowLeft', 'ArrowUp']) {
      await page.keyboard.press(key)
      seen.push(await stillPicture())
    }
    expect(new Set(seen).size).toBe(seen.length - 2)
    expect(await page.getByTestId('day').textContent()).toBe(String(DAY))
    await map.blur()
    await page.getByRole('button', { name: 'Back to the first view' }).click()
    expect(sameAs(await stillPicture(), full)).toBe(true)
  })

  it('tells what a moving shipment is, until the picture moves away under the pointer', async () => {
    const host = await mapBox()
    const spot = await findHover('arrives on day')
    const label = await hoverLabel(page).innerText()
    expect(label).toMatch(/ to .*, arrives on day \d+/)
    expect(label).toContain('Click to follow it')
    await page.mouse.wheel(0, -120)
    await hoverLabel(page).waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Back to the first view' }).click()
    await stillPicture()
    await page.mouse.move(host.x + spot.x, host.y + spot.y)
    await hoverLabel(page).waitFor()
    await page.keyboard.press('t')
    await hoverLabel(page).waitFor({ state: 'hidden' })
    await page.keyboard.press('t')
    await stillPicture()
  })

  it('opens the card away from what was selected', async () => {
    const host = await mapBox()
    const spot = await findHover('Western Europe')
    await page.mouse.click(host.x + spot.x, host.y + spot.y)
    await inspector(page).getByRole('heading', { name: 'Western Europe (Munich as gateway)' }).waitFor()
    const card = await inspector(page).boundingBox()
    expect(card?.x ?? 0).toBeGreaterThan(host.x + spot.x)
    await page.keyboard.press('Escape')
  })

  it('tells all organisations apart in a legend of two rows, and lets one of them stand out', async () => {
    const colourBy = page.getByRole('combobox', { name: 'Shipments by' })
    await colourBy.selectOption('organisation')
    const swatches = legend(page).locator('[data-shape]')
    // The legend follows with the next picture.
    await expect.poll(() => swatches.count()).toBe(bundledScenario('central-asia').organisations.length + 2)
    const looks = await swatches.evaluateAll((all) =>
      all.map((one) => `${(one as HTMLElement).dataset.shape} ${one.getAttribute('style')}`),
    )
    expect(new Set(looks).size).toBe(looks.length)
    const box = await legend(page).boundingBox()
    expect(box?.height ?? 99).toBeLessThan(60)
    const all = await stillPicture()
    await legend(page).getByRole('list').first().getByRole('listitem').nth(2).hover()
    await frames()
    expect(sameAs(await mapPicture(page), all)).toBe(false)
    expect(sameAs(await stillPicture(), all)).toBe(true)
    await colourBy.selectOption('state')
    await stillPicture()
  })

  it('follows a clicked shipment: its story is that of the run outside the browser', async () => {
    for (const key of '12567') await page.keyboard.press(key)
    const { middle } = await coloured(await stillPicture(), MOVING)
    const host = await page.getByTestId('map').boundingBox()
    if (middle === undefined || host === null) throw new Error('no shipment on the map')
    await page.mouse.click(host.x + middle.x, host.y + middle.y)
    const heading = await inspector(page).getByRole('heading', { level: 2 }).innerText()
    await story(page).getByRole('listitem').first().waitFor()
    const facts = factsOfShipment(heading.replace('Shipment ', ''))
    const spec = compileScenario(bundledScenario('central-asia'))
    const told = storyOf(spec, facts, DAY * 24)
    expect(await story(page).getByRole('button').allInnerTexts()).toEqual(told.map(({ text }) => text))
    expect(told.length).toBeGreaterThan(0)
    expect(await page.getByTestId('ring').isVisible()).toBe(true)
    await page.keyboard.press('.')
    await settled(page, DAY + 1)
    expect(await story(page).getByRole('listitem').count()).toBeGreaterThanOrEqual(told.length)
    const left = Math.floor((facts[0]?.hour ?? 0) / 24)
    await seek(page, left)
    await story(page).getByRole('listitem').first().waitFor({ state: 'hidden' })
    expect(await inspector(page).innerText()).toContain('not yet dispatched')
    await seek(page, DAY)
    await story(page).getByRole('listitem').first().waitFor()
    await inspector(page).locator('ul').getByRole('button').last().click()
    expect(await inspector(page).innerText()).toContain('Share of dispatch')
    await page.keyboard.press('Escape')
    for (const key of '12567') await page.keyboard.press(key)
  })

  it('opens the story of a seized shipment from its checkpoint, by keyboard', async () => {
    await page.keyboard.press('g')
    await page.keyboard.type(busiestCheckpoint())
    await page.getByRole('listbox', { name: 'Places, checkpoints and routes' }).waitFor()
    await page.keyboard.press('Enter')
    await inspector(page).getByRole('heading', { name: 'Last seizures here' }).waitFor()
    await inspector(page).getByRole('button', { name: /^Day / }).first().press('Enter')
    await story(page).getByRole('listitem').first().waitFor()
    expect(await inspector(page).locator('dd').first().innerText()).toBe('seized')
    expect(await story(page).getByRole('listitem').last().innerText()).toMatch(
      /Inspected at .*, load found, .* seized/,
    )
    await page.keyboard.press('Escape')
  })

  it('is saved as a picture with its moving shipments and its legend', async () => {
    const host = await page.getByTestId('map').boundingBox()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the map as a picture' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe(`central-asia-day-${DAY}.png`)
    const png = (await readFile(await file.path())).toString('base64')
    const { count, width, height } = await coloured(png, MOVING)
    expect(count).toBeGreaterThan(100)
    expect(width).toBe(Math.round(host?.width ?? 0))
    expect(height).toBeGreaterThan((host?.height ?? 0) + 60)
  })

  it('comes back after the graphics card forgot it, twice', async () => {
    const before = await stillPicture()
    for (let i = 0; i < 2; i++) {
      const lost = await page.evaluateHandle(() => {
        const canvas = [...document.querySelectorAll<HTMLCanvasElement>('[data-testid="map"] canvas')].at(-1)
        canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
        return canvas
      })
      await page.waitForFunction((canvas) => canvas?.isConnected === false, lost)
      // The map is empty until the new picture has its shaders.
      const isBack = async () => sameAs(await stillPicture(), before)
      await expect.poll(isBack, { timeout: PATIENCE_MS }).toBe(true)
    }
  })

  it('rests while nothing moves, and made no mistake on the way', async () => {
    const drawn = await page.evaluate(() => {
      let count = 0
      const request = window.requestAnimationFrame
      window.requestAnimationFrame = (callback) => {
        count++
        return request(callback)
      }
      return new Promise<number>((done) => {
        setTimeout(() => {
          window.requestAnimationFrame = request
          done(count)
        }, 300)
      })
    })
    expect(drawn).toBe(0)
    expect(open.problems).toEqual([])
  })
})
