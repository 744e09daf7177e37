/** Words about what the browser keeps, new versions of the page, and parts of it that could not be loaded. */
export const keeping = {
  nowhere: 'Nothing is kept here: this browser gives the page no storage. Save your work as a file.',
  full: 'Your last changes are not kept: the browser has no room left. Save your work as a file.',
  settingsLost: 'Your settings are not kept: the browser has no room left or forbids it.',
  save: 'Save as a file',
  close: 'Close this note',
  unreadable:
    'Something that was kept on an earlier visit cannot be read. It was put aside; the page goes on without it.',
  saveAside: 'Save what was put aside',
  discardAside: 'Discard it',
  asideFile: 'contraflow-put-aside.json',
  newer: 'A later version of this page has kept work here that this one cannot read. It was left as it is.',
  unreachable:
    'Work of an earlier visit could not be shown, because a scenario that it needs cannot be loaded now. It is kept; reload the page later.',
  elsewhere: 'Your work is open in another tab. This tab keeps its own.',
  version: {
    ready: 'A new version of this page is ready.',
    take: 'Reload',
  },
  part: {
    charts: 'The charts could not be loaded.',
    text: 'This text could not be loaded.',
    picture: 'The picture could not be made.',
    scenario: (id: string) => `The scenario "${id}" could not be loaded.`,
    page: 'The page could not be loaded.',
    why: 'The connection may be down, or the page has been updated since you opened it. Your work stays when you reload.',
    again: 'Try again',
    reload: 'Reload the page',
  },
} as const
