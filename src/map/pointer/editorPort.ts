/** Editor port: passes clicks and drags to the editor of the network while there is one. */
import type { LonLat, MapEditor, MapTarget } from '../types'

export interface EditorPort {
  readonly editor: MapEditor | undefined
  setEditor(editor: MapEditor | undefined): void
  hover(target: MapTarget | undefined, x: number, y: number): void
  /** Whether an editor took the click. */
  click(x: number, y: number): boolean
  /** Whether the editor starts to drag what lies here. */
  grab(x: number, y: number): boolean
  drag(x: number, y: number): void
  drop(at?: { readonly x: number; readonly y: number }): void
}

/** `groundAt` is undefined off the earth, where nothing can be edited. */
export function createEditorPort(
  targetAt: (x: number, y: number) => MapTarget | undefined,
  groundAt: (x: number, y: number) => LonLat | undefined,
): EditorPort {
  let editor: MapEditor | undefined
  let dragged: MapTarget | undefined
  return {
    get editor() {
      return editor
    },
    setEditor(next) {
      editor = next
      dragged = undefined
    },
    hover(target, x, y) {
      const place = editor && groundAt(x, y)
      if (place !== undefined) editor?.hover(target, place)
    },
    click(x, y) {
      const place = editor && groundAt(x, y)
      if (place !== undefined) editor?.click(targetAt(x, y), place)
      return editor !== undefined
    },
    grab(x, y) {
      const target = editor && targetAt(x, y)
      dragged = target !== undefined && editor?.grabs(target) ? target : undefined
      return dragged !== undefined
    },
    drag(x, y) {
      const place = groundAt(x, y)
      if (dragged !== undefined && place !== undefined) editor?.drag(dragged, targetAt(x, y), place)
    },
    drop(at) {
      if (dragged !== undefined) editor?.drop(dragged, at && targetAt(at.x, at.y), at && groundAt(at.x, at.y))
      dragged = undefined
    },
  }
}
