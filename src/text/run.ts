/** Words about a run that cannot go on. */

const whole = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',')

export const run = {
  tooMuch: {
    shipments: (organisation: string, day: number, max: number) =>
      `On day ${day} more than ${whole(max)} shipments would be under way, more than a run can hold. The last were those of ${organisation}: give it larger loads, fewer crews or less supply.`,
    watched: (organisation: string, day: number, max: number) =>
      `On day ${day} more than ${whole(max)} shipments would be under way, more than can be shown one by one. The last were those of ${organisation}: give it larger loads, fewer crews or less supply, or run the scenario from the command line, which holds many more.`,
    grams: (organisation: string, day: number, max: number) =>
      `On day ${day} a supply of ${organisation} has grown beyond ${whole(max)} grams in all, which can no longer be counted exactly. Lower its growth, its supply or the number of days.`,
  },
  noMemory: 'There is not enough memory here for the run.',
} as const
