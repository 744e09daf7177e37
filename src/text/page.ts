/** Words of the page: toolbar, panel, charts, inspector, dialogs. */
export const page = {
  title: 'Contraflow',
} as const
