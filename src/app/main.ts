/** Entry of the page: builds everything and starts the first scenario. */
import './styles/base.css'
import './styles/layout.css'
import './styles/map.css'
import './styles/charts.css'
import './styles/notes.css'
import './styles/layers.css'
import './styles/dock.css'
import './styles/blocks.css'
import './styles/editor.css'
import './styles/panel.css'
import './styles/several.css'
import './styles/schedule.css'
import './styles/history.css'
import './styles/dialog.css'
import './styles/help.css'
import './styles/prose.css'
import './styles/library.css'
import './styles/tour.css'
import './styles/tables.css'
import './styles/editing.css'
import './styles/condition.css'
import { text } from '../text'
import { missingPart } from '../ui'
import { startPage } from './page'

startPage(document.body).catch((error: unknown) => {
  document.body.prepend(missingPart(text.keeping.part.page))
  throw error
})
