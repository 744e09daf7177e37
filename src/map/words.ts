/** Words of the map: the labels of its legend. */

export const WORDS = {
  moving: 'On a leg',
  waiting: 'Waiting',
  seized: 'Seized',
  delivered: 'Delivered',
} as const
