/** Titles and one-line help of all parameters, by key. The schema refuses to build without an entry. */
export const parameterText = {
  'scenario.days': { title: 'Horizon', help: 'Number of days a run simulates from the start date.' },
  'scenario.seed': { title: 'Seed', help: 'Text from which all random numbers of a run are derived.' },
  'scenario.startDate': { title: 'Start date', help: 'First simulated day, as year-month-day.' },

  'assumptions.reviewDays': {
    title: 'Review interval',
    help: 'Days between reviews, at which organisations learn and revise their route choice.',
  },
  'assumptions.bribeHalfSalaryYears': {
    title: 'Half-acceptance bribe',
    help: 'Bribe, in years of officer pay, at which half of the corruptible crossings accept it.',
  },
  'assumptions.convictionProbability': {
    title: 'Conviction probability',
    help: 'Probability that a crew arrested with a seized shipment is convicted.',
  },
  'assumptions.recruitmentDays': {
    title: 'Recruitment time',
    help: 'Days until a convicted crew is replaced by a new one.',
  },
  'assumptions.recruitmentCostUsd': {
    title: 'Recruitment cost',
    help: 'What an organisation pays to replace a convicted crew.',
  },
  'assumptions.releaseDays': {
    title: 'Release time',
    help: 'Days until an arrested crew that is not convicted works again.',
  },

  'nodes.lat': { title: 'Latitude', help: 'Position north of the equator.' },
  'nodes.lon': { title: 'Longitude', help: 'Position east of Greenwich.' },
  'nodes.dwellHours': { title: 'Dwell time', help: 'Hours a shipment stays when it passes this place.' },
  'nodes.uptakeShare': {
    title: 'Market uptake',
    help: 'Share of the shipments reaching this market that are sold here; the rest continues along its route.',
  },

  'legs.km': { title: 'Length', help: 'Length of the leg along its path.' },
  'legs.hours': { title: 'Travel time', help: 'Travel time outside winter.' },
  'legs.winterDelay': {
    title: 'Winter delay',
    help: 'Travel time in the winter months divided by the travel time in the others.',
  },
  'legs.winterMonths': { title: 'Winter months', help: 'Months in which the winter delay applies.' },
  'legs.openMonths': { title: 'Open months', help: 'Months in which the leg can be entered.' },
  'legs.freightUsdPerKg': { title: 'Freight', help: 'Cost of carrying one kilogram over the leg.' },

  'checkpoints.staff': { title: 'Officers present', help: 'Officers assigned to the checkpoint.' },
  'checkpoints.requiredStaff': {
    title: 'Officers required',
    help: 'Officers that the regulations call for; shown for comparison, not used in the odds.',
  },
  'checkpoints.shiftFraction': {
    title: 'Share on shift',
    help: 'Share of the assigned officers who are on duty at any time.',
  },
  'checkpoints.inspectionsPerOfficerDay': {
    title: 'Inspections per officer',
    help: 'Vehicles one officer on duty can inspect in a day.',
  },
  'checkpoints.vehiclesPerDay': {
    title: 'Vehicles',
    help: 'All vehicles that cross here in a day, lawful ones included.',
  },
  'checkpoints.targeting': {
    title: 'Targeting',
    help: 'How much likelier a smuggling vehicle is to be picked than an average one; 1 means blind.',
  },
  'checkpoints.handDetection.road': {
    title: 'Hand detection, road',
    help: 'Probability that a manual inspection of a road vehicle finds the load.',
  },
  'checkpoints.handDetection.rail': {
    title: 'Hand detection, rail',
    help: 'Probability that a manual inspection of a train finds the load.',
  },
  'checkpoints.handDetection.sea': {
    title: 'Hand detection, sea',
    help: 'Probability that a manual inspection of sea freight finds the load.',
  },
  'checkpoints.handDetection.air': {
    title: 'Hand detection, air',
    help: 'Probability that a manual inspection of an air passenger or air freight finds the load.',
  },
  'checkpoints.handDetection.path': {
    title: 'Hand detection, path',
    help: 'Probability that a manual inspection of a walker or rider finds the load.',
  },
  'checkpoints.scannerDetection': {
    title: 'Scanner detection',
    help: 'Probability that a scan of a loaded vehicle reveals the load.',
  },
  'checkpoints.scannerCoverage': {
    title: 'Scanner coverage',
    help: 'Share of the inspected vehicles that pass through a scanner while power is on.',
  },
  'checkpoints.powerAvailability': {
    title: 'Power',
    help: 'Share of the time during which the checkpoint has electric power.',
  },
  'checkpoints.corruptionRate': {
    title: 'Corruptible share',
    help: 'Share of the crossings handled by officers who would take a sufficient bribe.',
  },
  'checkpoints.officerSalary': { title: 'Officer pay', help: 'Monthly pay of one officer.' },
  'checkpoints.openFromHour': { title: 'Opens', help: 'Hour of the day at which the crossing opens.' },
  'checkpoints.openUntilHour': {
    title: 'Closes',
    help: 'Hour of the day at which the crossing closes; 24 with opening hour 0 means always open.',
  },
  'checkpoints.closedMonths': {
    title: 'Closed months',
    help: 'Months in which the crossing is closed to all traffic.',
  },
  'checkpoints.interdictionOdds': {
    title: 'Odds override',
    help: 'When set, the probability of seizure before corruption; replaces staffing and equipment.',
  },
  'checkpoints.sealedPolicy': {
    title: 'Sealed transit',
    help: 'Whether officers honour customs seals (no inspection) or may open them.',
  },

  'organisations.supply.kgPerDay': {
    title: 'Supply',
    help: 'Kilograms that reach the organisation at this source on the first day; later days follow the growth.',
  },
  'organisations.supply.yearlyGrowth': {
    title: 'Supply growth',
    help: 'Relative growth of the supply per year; 1 means doubling each year.',
  },
  'organisations.supply.initialStockDays': {
    title: 'Initial stock',
    help: 'Stock at the start, in days of supply.',
  },
  'organisations.loads.kg': { title: 'Load', help: 'Load of one shipment.' },
  'organisations.loads.minKg': { title: 'Smallest load', help: 'Smallest load of one shipment.' },
  'organisations.loads.maxKg': { title: 'Largest load', help: 'Largest load of one shipment.' },
  'organisations.loads.meanKg': { title: 'Mean load', help: 'Mean load of one shipment.' },
  'organisations.loads.variation': {
    title: 'Load variation',
    help: 'Standard deviation of the load divided by its mean.',
  },
  'organisations.crews': {
    title: 'Crews',
    help: 'Crews that can travel at the same time; one crew moves one shipment.',
  },
  'organisations.returnDays': {
    title: 'Return time',
    help: 'Days a crew needs after delivery before it can take the next shipment.',
  },
  'organisations.sealedShare': {
    title: 'Sealed share',
    help: 'Share of road, rail and sea shipments that travel under customs seal.',
  },
  'organisations.riskAversion': {
    title: 'Risk aversion',
    help: 'Extra disutility of a loss, as a multiple of the expected sale price; 0 means risk-neutral.',
  },
  'organisations.logitScale': {
    title: 'Choice noise',
    help: 'Spread of unobserved route preferences; 0 always takes the best route.',
  },
  'organisations.holdingCost': {
    title: 'Holding cost',
    help: 'Cost of holding one kilogram in transit for one day.',
  },
  'organisations.bribeOffer': {
    title: 'Bribe offer',
    help: 'Bribe offered to the officers who find a shipment.',
  },
  'organisations.learning.priorOdds': {
    title: 'Prior odds',
    help: 'Seizure probability at a checkpoint that the organisation assumes before any experience.',
  },
  'organisations.learning.priorWeight': {
    title: 'Prior weight',
    help: 'How many crossings of experience the prior is worth.',
  },
  'organisations.learning.memoryDays': {
    title: 'Memory',
    help: 'Days after which past experience counts half.',
  },
  'organisations.learning.sharing': {
    title: 'Sharing',
    help: 'Share of the experience of its alliance that reaches the organisation.',
  },
  'organisations.learning.information': {
    title: 'Information',
    help: 'Whether the organisation learns odds from its own shipments or knows the true odds.',
  },

  'assumptions.bribeMarket': {
    title: 'Bribe market',
    help: 'Independent checkpoints: every corruptible checkpoint asks each shipment for the bribe that maximises its own income.',
  },
  'assumptions.tripValueUsd': {
    title: 'Trip value',
    help: 'Largest value of passage to a shipment in the bribe market; values are uniform from 0 to this.',
  },
  'checkpoints.protectionRetainer': {
    title: 'Protection retainer',
    help: 'Monthly price at which an organisation can buy this checkpoint.',
  },
  'checkpoints.integrityAudit': {
    title: 'Integrity audit',
    help: 'Probability per month that an audit exposes a bought checkpoint and replaces its officers.',
  },
  'organisations.generatedRoutes.count': {
    title: 'Generated routes',
    help: 'How many of the cheapest routes the organisation finds by itself, in addition to its listed ones.',
  },
  'organisations.generatedRoutes.replanDays': {
    title: 'Replan interval',
    help: 'Days between searches for generated routes.',
  },
  'organisations.protectionBudget': {
    title: 'Protection budget',
    help: 'Most that the organisation spends per month on bought checkpoints.',
  },
  'organisations.replaceSeizures': {
    title: 'Replaced seizures',
    help: 'Share of seized kilograms that is bought again at the source and joins the supply of the next day.',
  },
  'commodities.market.model': {
    title: 'Market',
    help: 'Fixed prices, or prices that fall when more is delivered than demanded.',
  },
  'commodities.market.slope': {
    title: 'Price slope',
    help: 'Relative price rise when nothing is delivered, in an elastic market.',
  },
  'commodities.market.lowest': {
    title: 'Lowest price',
    help: 'Lower limit of the elastic price, as a multiple of the base price.',
  },
  'commodities.market.highest': {
    title: 'Highest price',
    help: 'Upper limit of the elastic price, as a multiple of the base price.',
  },
  'commodities.market.demandKgPerDay': {
    title: 'Demand',
    help: 'Kilograms a day that the market takes at the base price.',
  },
  'commodities.detectionFactor': {
    title: 'Detection factor',
    help: 'Factor on the detection probabilities of checkpoints for this commodity; bulk and smell raise it.',
  },
  'commodities.purity': {
    title: 'Purity',
    help: 'Share of pure substance; a value for a place takes precedence over one for its country, and that over one for its kind.',
  },
  'processingSites.yieldShare': { title: 'Yield', help: 'Kilograms of output per kilogram of input.' },
  'teams.count': {
    title: 'Teams',
    help: 'Mobile teams that are placed at the same time, at most one at a place. Those left without a place stand by and are paid.',
  },
  'teams.placement': {
    title: 'Placement',
    help: 'Static at the heaviest places, random by weight, by recent seizures, or by true flow (an upper bound that no agency knows).',
  },
  'teams.reviewDays': { title: 'Placement interval', help: 'Days between placements of the teams.' },
  'teams.memoryDays': {
    title: 'Placement memory',
    help: 'Days after which a past seizure or flow counts half for placement.',
  },
  'teams.explorationShare': {
    title: 'Exploration',
    help: 'Share of placement that ignores past seizures or flow.',
  },
  'teams.costPerMonth': { title: 'Team cost', help: 'Cost of one team per month.' },
  'teams.places.detection': {
    title: 'Team detection',
    help: 'Probability that a team at this place finds a passing load, independently of checkpoints.',
  },
  'teams.places.weight': {
    title: 'Place weight',
    help: 'Relative frequency of the place in random placement; order in static placement.',
  },
  'operations.days': { title: 'Length', help: 'Days that the operation lasts.' },
  'operations.detection': {
    title: 'Strength',
    help: 'Probability that the operation finds a passing load, independently of checkpoints.',
  },
  'operations.leak': {
    title: 'Leak',
    help: 'Probability that an organisation learns of the operation beforehand.',
  },
  'operations.costUsd': { title: 'Cost', help: 'What the operation costs the state.' },
  'interventions.costUsd': { title: 'Cost', help: 'What the change costs the state on its first day.' },
  'commodities.prices': {
    title: 'Price',
    help: 'Price of one kilogram; a price for a place takes precedence over one for its country, and that over one for its kind.',
  },
  'routes.weight': {
    title: 'Prior weight',
    help: 'Relative weight of the route in the choice, before costs and risks.',
  },
} as const satisfies Record<string, { title: string; help: string }>

/** Key of one parameter, e.g. `checkpoints.staff`. */
export type ParameterKey = keyof typeof parameterText

/** Units of the schema that are words in the plural, as they stand after 1. */
export const unitOfOne: Readonly<Record<string, string>> = {
  crews: 'crew',
  crossings: 'crossing',
  days: 'day',
  officers: 'officer',
  routes: 'route',
  teams: 'team',
  'vehicles/day': 'vehicle/day',
  'years of pay': 'year of pay',
}
