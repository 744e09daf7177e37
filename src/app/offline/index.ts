/** Offline: the page works without a network. */
export { registerOffline } from './register'
