/**
 * Storage: texts that the browser keeps between visits. Treat what it returns like a file from a stranger.
 */
export { type Losses, openShelf, type Shelf } from './shelf'
export { webStore } from './web'
