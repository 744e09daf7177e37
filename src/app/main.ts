/** Entry of the page: builds everything and starts the first scenario. */
import './styles/base.css'
import './styles/layout.css'
import './styles/map.css'
import './styles/charts.css'
import './styles/dock.css'
import './styles/panel.css'
import './styles/dialog.css'
import './styles/help.css'
import './styles/prose.css'
import './styles/library.css'
import './styles/tour.css'
import './styles/tables.css'
import { registerOffline } from './offline/register'
import { startPage } from './page'

void startPage(document.body).then(registerOffline)
