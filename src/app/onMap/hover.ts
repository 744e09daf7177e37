/** Hover: a small label beside the pointer with the name and the main numbers of what is under it. */
import { leftNodes, meanOdds } from '../../analysis'
import { candidateAt, legAt, type ModelSpec, nodeAt } from '../../engine'
import type { MapTarget, MovingShipment } from '../../map'
import { text } from '../../text'
import { h, html, moveTo, placeBeside, render, sizeOf, type View } from '../../ui'
import type { Run } from '../../watch'
import { legName, mass, percent } from '../../words'

const words = text.page
const { moving } = text.map

export interface Hover {
  readonly element: HTMLElement
  show(found: MapTarget | MovingShipment | undefined, x: number, y: number): void
}

/** Text of the label. */
interface Label {
  readonly title: string
  readonly lines: readonly string[]
}

export function createHover(run: Run): Hover {
  const element = h('div', {
    class: 'hover tip floating',
    hidden: true,
    'aria-hidden': 'true',
    'data-testid': 'hover',
  })

  return {
    element,
    show(found, x, y) {
      const label = found && labelOf(run, found)
      element.hidden = label === undefined
      if (label === undefined) return
      render(labelView(label), element)
      const pointer = { left: x + 14, right: x + 14, top: y, bottom: y + 8 }
      const { clientWidth: width = 0, clientHeight: height = 0 } = element.parentElement ?? {}
      const sides = ['above', 'below'] as const
      moveTo(element, placeBeside(pointer, sizeOf(element), { width, height }, { sides, gap: 10 }))
    },
  }
}

function labelView({ title, lines }: Label): View {
  return html`<strong>${title}</strong><div>${lines.map((line) => html`<div>${line}</div>`)}</div>`
}

function labelOf(run: Run, found: MapTarget | MovingShipment): Label | undefined {
  const { spec } = run
  if (spec === undefined) return undefined
  if (found.kind === 'shipment') return shipmentLabel(spec, found)
  return { title: nameOf(spec, found), lines: run.isBehind ? [] : [lineOf(run, spec, found)] }
}

function nameOf(spec: ModelSpec, { kind, index }: MapTarget): string {
  if (kind === 'node') return spec.nodes.names[index] ?? ''
  if (kind === 'checkpoint') return spec.checkpoints.names[index] ?? ''
  const { mode } = legAt(spec, index)
  return words.inspector.byMode(legName(spec, index), words.inspector.modes[mode])
}

function lineOf({ record, frame, player }: Run, spec: ModelSpec, { kind, index }: MapTarget): string {
  if (kind === 'checkpoint') {
    return `${words.inspector.seizedOdds}: ${percent(meanOdds(spec, index).seized)}`
  }
  if (kind === 'leg') {
    const grams = record?.flowsAt(player.day)[index] ?? 0
    return `${mass(grams)} ${words.map.perMonth}`
  }
  const left = frame && leftNodes(spec, frame.counters)[index]
  return `${words.inspector.left}: ${mass(left ?? 0)}`
}

function shipmentLabel(spec: ModelSpec, shipment: MovingShipment): Label {
  const { candidate, leg, hour, departAt, arriveAt, grams } = shipment
  const { organisationName, commodityName } = candidateAt(spec, candidate)
  const { from, to } = legAt(spec, leg)
  const waits = hour < departAt || hour >= arriveAt
  return {
    title: organisationName,
    lines: [
      moving.load(commodityName, mass(grams)),
      waits
        ? moving.waits(nodeAt(spec, hour < departAt ? from : to).name)
        : moving.arrives(legName(spec, leg), Math.floor(arriveAt / 24)),
      moving.hint,
    ],
  }
}
