/** Plate figures: the charts of the running totals on the day on show. */
import type { Draw, loadPlates, Plate } from '../../charts'
import type { MapTarget } from '../../map'
import { text } from '../../text'
import { type ChartTable, createFigure } from './figure'
import { chartLook } from './look'
import { type ChartLinks, type ChartScene, captionOf, fileNameOf } from './scene'
import type { ChartFigure } from './timeFigures'

const words = text.charts

export type Plates = Awaited<ReturnType<typeof loadPlates>>

/** One day's content of a plate. */
export interface PlateContent {
  readonly draw: Draw
  readonly table: ChartTable
  /** Columns that tell its rows apart in a file; left out where the rows are of nothing that has an id. */
  readonly ids?: ChartTable
  /** What each mark stands for on the map, by its id. */
  readonly targets: ReadonlyMap<string, readonly MapTarget[]>
  /** What is said in place of a chart without data. */
  readonly empty?: string | undefined
  /** A line in place of the unit. */
  readonly note?: string | undefined
}

export interface PlateFigure extends ChartFigure {
  /** Draws the last scene again, after a choice beside the title. */
  refresh(): void
  /** Points at the mark of what is under the pointer on the map. */
  point(target: MapTarget | undefined): void
}

export type PlateKind = keyof typeof words.titles & ('posts' | 'countries' | 'streams' | 'prices' | 'transit')

export interface PlateOptions {
  readonly kind: PlateKind
  readonly controls?: readonly HTMLElement[]
  readonly contentOf: (scene: ChartScene, plates: Plates) => PlateContent
}

/** In a file, ids stand beside names, as two things may have the same name. */
function tableOf({ table, ids }: PlateContent, use: 'page' | 'file'): ChartTable {
  return use === 'page' || ids === undefined ? table : table.map((row, i) => [...row, ...(ids[i] ?? [])])
}

export function createPlateFigure(options: PlateOptions, plates: Plates, links: ChartLinks): PlateFigure {
  const { kind, contentOf, controls = [] } = options
  let scene: ChartScene | undefined
  let content: PlateContent | undefined
  const figure = createFigure({
    title: words.titles[kind],
    unit: words.units[kind],
    file: () => fileNameOf(scene, kind),
    table: (use) => (content === undefined ? [] : tableOf(content, use)),
    picture: async () => (content?.empty === undefined ? plate.picture() : undefined),
    caption: () => captionOf(scene),
    say: links.say,
    controls,
  })
  const plate: Plate = plates.createPlate(
    figure.host,
    {
      title: words.titles[kind],
      onPoint: (id) => links.highlight(content?.targets.get(id ?? '') ?? []),
      onChoose: (id) => {
        const [target, ...others] = content?.targets.get(id) ?? []
        if (target !== undefined && others.length === 0) links.select(target)
      },
    },
    chartLook(),
  )

  function draw(): void {
    if (scene === undefined) return
    content = contentOf(scene, plates)
    figure.show(content.empty)
    figure.note(content.note ?? words.units[kind])
    if (content.empty === undefined) plate.show(content.draw)
  }

  return {
    element: figure.element,
    show(next) {
      scene = next
      draw()
    },
    refresh: draw,
    setTheme() {
      plate.setLook(chartLook())
      draw()
    },
    point(target) {
      const hit = [...(content?.targets ?? [])].find(([, [first, ...others]]) => {
        return others.length === 0 && first?.kind === target?.kind && first?.index === target?.index
      })
      plate.point(hit?.[0])
    },
  }
}
