/**
 * Glossary: the terms of the field as this page uses them. `also` are other forms of the term in running
 * text.
 */
export const glossary = {
  shipment: {
    term: 'Shipment',
    also: ['shipments'],
    meaning:
      'One load on its way along a route, counted in kilograms. It is delivered, seized or still in transit.',
  },
  dispatched: {
    term: 'Dispatched',
    also: [],
    meaning: 'Left its source. Everything dispatched is later delivered, seized or still in transit.',
  },
  delivered: {
    term: 'Delivered',
    also: [],
    meaning: 'Reached a market and was sold there.',
  },
  seized: {
    term: 'Seized',
    also: ['seizure', 'seizures'],
    meaning:
      'Taken by officers of a checkpoint or by a mobile team. More seized may mean better checks, or only more flow: read it with the interdiction rate.',
  },
  inTransit: {
    term: 'In transit',
    also: ['under way'],
    meaning: 'Dispatched, but neither delivered nor seized yet; waiting shipments included.',
  },
  interdictionRate: {
    term: 'Interdiction rate',
    also: ['interdiction rates'],
    meaning:
      'Kilograms seized divided by kilograms dispatched. It does not rise when there is simply more to seize.',
  },
  bribe: {
    term: 'Bribe',
    also: ['bribes', 'bribes paid'],
    meaning: 'Paid to officers who have found a load and let it pass.',
  },
  displacement: {
    term: 'Displacement',
    also: ['balloon effect'],
    meaning:
      'Flow that leaves a route which has become riskier and goes elsewhere. Because of it, total seizures rise less than at the hardened checkpoint.',
  },
  place: {
    term: 'Place',
    also: ['node', 'places', 'nodes'],
    meaning: 'A source, hub, transit city, border crossing or market on the map.',
  },
  leg: {
    term: 'Leg',
    also: ['legs'],
    meaning:
      'The connection from one place to the next by one mode of transport. Each direction counts separately. Where several legs join two places, a shipment takes the fastest one that is open when it sets out.',
  },
  route: {
    term: 'Route',
    also: ['routes'],
    meaning:
      'Legs in order, from a source to a market. Organisations choose among the routes that they know.',
  },
  corridor: {
    term: 'Corridor',
    also: ['corridors'],
    meaning:
      'A named set of legs whose flow is measured together, such as one road or all ways through one country. Its flow is what enters it: each load counts once, however many of the legs it takes.',
  },
  organisation: {
    term: 'Organisation',
    also: ['organisations'],
    meaning: 'A stylised carrier with crews, routes and experience. It stands for no real group.',
  },
  checkpoint: {
    term: 'Checkpoint',
    also: ['checkpoints'],
    meaning:
      'An official control point with staff, equipment and integrity, where passing shipments may be inspected.',
  },
  mobileTeam: {
    term: 'Mobile team',
    also: ['mobile teams', 'patrols'],
    meaning: 'Officers who are assigned to places at each review and may find loads away from checkpoints.',
  },
  inspection: {
    term: 'Inspection',
    also: ['inspections', 'inspected'],
    meaning: 'A search of a passing shipment. How many are possible depends on officers, shifts and traffic.',
  },
  detection: {
    term: 'Detection',
    also: ['detections'],
    meaning:
      'A load that an inspection finds, by hand or with a scanner. A found load is seized unless a bribe is taken.',
  },
  seal: {
    term: 'Customs seal',
    also: ['sealed', 'seals'],
    meaning:
      'Closes a container for the whole journey. Where seals are honoured, sealed loads are not inspected.',
  },
  policyLever: {
    term: 'Policy lever',
    also: ['policy levers'],
    meaning:
      'A parameter that a government could change, such as staff at a checkpoint. Marked with a square.',
  },
  assumption: {
    term: 'Assumption',
    also: ['assumptions'],
    meaning:
      'A parameter that describes the world and comes with a source and a confidence. Marked with a dot.',
  },
  unknown: {
    term: 'Unknown quantity',
    also: ['unknown quantities'],
    meaning:
      'A parameter that nobody has measured. Conclusions should hold over its whole range. Marked with a ring.',
  },
  intervention: {
    term: 'Intervention',
    also: ['interventions'],
    meaning:
      'A dated change of parameters: from one day to another, with a cost. Changes of the same value apply by date; on the same date, in the order of the file.',
  },
  learning: {
    term: 'Perceived odds',
    also: [],
    meaning:
      'The chance of seizure that an organisation expects at a checkpoint, from its own losses and passages. Old experience fades with its memory.',
  },
  choiceNoise: {
    term: 'Choice noise',
    also: [],
    meaning:
      'How far the choice of routes departs from the most profitable one. At zero only the best route is used.',
  },
  run: {
    term: 'Run',
    also: ['runs'],
    meaning: 'One simulation of a scenario from day 0 with one seed.',
  },
  replication: {
    term: 'Replication',
    also: ['replications'],
    meaning:
      'A run of the same scenario with other random numbers. Many replications show how much a result owes to luck.',
  },
  seed: {
    term: 'Seed',
    also: ['seeds'],
    meaning:
      'Text from which the random numbers of a run are derived. The same scenario, seed and version give the same run, bit for bit.',
  },
  digest: {
    term: 'Digest',
    also: ['digests'],
    meaning:
      'Fingerprint of a run up to a day. Equal digests mean that everything that happened, and every number shown, is the same.',
  },
  commonRandomNumbers: {
    term: 'Common random numbers',
    also: [],
    meaning:
      'Two scenarios use the same random numbers wherever a change does not reach, so that differences between them are due to the change.',
  },
  baseline: {
    term: 'Baseline',
    also: [],
    meaning: 'The scenario that the current one is compared with.',
  },
  variant: {
    term: 'Variant',
    also: ['variants'],
    meaning: 'A named set of values that a scenario offers as a whole, such as prices from another source.',
  },
  scenario: {
    term: 'Scenario',
    also: ['scenarios'],
    meaning:
      'A file with a network, its parameters and their sources: all that a run needs besides the program.',
  },
} as const
