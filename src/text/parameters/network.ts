/** Titles and help of the parameters of places, legs, checkpoints and routes. */
export const networkParameters = {
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
  'checkpoints.protectionRetainer': {
    title: 'Protection retainer',
    help: 'Monthly price at which an organisation can buy this checkpoint.',
  },
  'checkpoints.integrityAudit': {
    title: 'Integrity audit',
    help: 'Probability per month that an audit exposes a bought checkpoint and replaces its officers.',
  },
  'routes.weight': {
    title: 'Prior weight',
    help: 'Relative weight of the route in the choice, before costs and risks.',
  },
} as const
