/** Entry of the page: builds everything and starts the first scenario. */
import './styles/base.css'
import './styles/layout.css'
import './styles/map.css'
import './styles/charts.css'
import './styles/layers.css'
import './styles/dock.css'
import './styles/panel.css'
import './styles/several.css'
import './styles/schedule.css'
import './styles/history.css'
import './styles/dialog.css'
import './styles/editing.css'
import { registerOffline } from './offline/register'
import { startPage } from './page'

void startPage(document.body).then(registerOffline)
