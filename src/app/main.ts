/** Entry of the page: builds everything and starts the first scenario. */
import { text } from '../text'
import { missingPart } from '../ui'
import { startPage } from './page'

startPage(document.body).catch((error: unknown) => {
  document.body.prepend(missingPart(text.keeping.part.page))
  throw error
})
