/** User interface: widgets that every part of the page is made of. */

import './tokens.css'

export { iconButton, reshape } from './button'
export { createDialog } from './dialog'
export { h, icon, label, write } from './element'
export {
  checkField,
  choiceField,
  longField,
  numberField,
  numberIn,
  refill,
  submitForm,
  textField,
} from './field'
export { acceptDrops, chooseFile, saveFile } from './files'
export { toggleFoldOut } from './foldOut'
export { explainTerms, keepTermsMarked, markTerms } from './glossary'
export { ICONS } from './icons'
export { createLasting, type Lasting } from './lasting'
export { colourOf } from './look'
export { missingPart, tellMissing } from './missing'
export { createNotices, type Notices } from './notices'
export { placeBeside } from './placement'
export { createProse } from './prose'
export { createTabList } from './tabs'
export { createTip } from './tip'
export { embeddedLetters, loadTypeface, onMoreLetters } from './typeface'
export { html, nothing, render, repeat, type View } from './view'
