/**
 * Storage: texts that the browser keeps between visits. Treat what it returns like a file from a stranger.
 */
export { type Entries, type Losses, openShelf, type Section, type Shelf } from './shelf'
export { type WebStore, webStore } from './web'
