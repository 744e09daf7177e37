/** Storage: texts that the browser keeps between visits. What comes out of it is as trustworthy as a stranger's file. */
export { type Entries, type Losses, openShelf, type Section, type Shelf } from './shelf'
export { type WebStore, webStore } from './web'
