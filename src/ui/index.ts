/** User interface: widgets that every part of the page is made of. */

import './tokens.css'
import './base.css'
import './button.css'
import './dialog.css'
import './drawer.css'
import './field.css'
import './floating.css'
import './glossary.css'
import './lasting.css'
import './menu.css'
import './prose.css'
import './tabs.css'

export { iconButton, reshape } from './button'
export { createDialog, dialogFrame } from './dialog'
export { createDrawers, type Drawers } from './drawer'
export { h, icon, label, write } from './element'
export {
  checkField,
  choiceField,
  longField,
  numberField,
  numberIn,
  renderForm,
  submitForm,
  textField,
} from './field'
export { acceptDrops, chooseFile, pngOf, saveFile } from './files'
export { explainTerms, markTerms, withTerms } from './glossary'
export { ICONS } from './icons'
export { createLasting, type Lasting } from './lasting'
export { colourOf } from './look'
export { createMenu } from './menu'
export { missingPart, tellMissing } from './missing'
export { createNotices, type Notices } from './notices'
export { moveBeside, moveTo, placeBeside, placeCard, sizeOf, windowSize } from './placement'
export { createProse } from './prose'
export { createTabList } from './tabs'
export type { TermId } from './terms'
export { createTip } from './tip'
export { embeddedLetters, loadTypeface, onMoreLetters } from './typeface'
export { uniqueId } from './uniqueId'
export { html, keyed, live, nothing, render, repeat, type View } from './view'
