/** Words of mistakes in scenario files and settings. */
export const issues = {} as const
