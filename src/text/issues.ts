import { counted } from './plural'

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ')
}

/** Why nothing can move. */
const STANDSTILL = {
  supply: 'there is no supply, 0 kg a day',
  crews: 'the organisation has no crews',
  ways: 'none of its routes from there is ever open',
  market: 'no open route leads to a market with a price for it',
  weights: 'all its routes from there that ever open have weight 0',
  apart: 'it never has supply, crews and an open route at the same time',
} as const

/** Words of mistakes in scenario files and settings. */
export const issues = {
  notJson: 'The file is not valid JSON.',
  /** What was expected, by the codes of the JSON reader. */
  json: {
    InvalidSymbol: 'a number, a text in double quotes, true, false, null, a list or an object',
    InvalidNumberFormat: 'a number like 12, -0.5 or 1e6',
    PropertyNameExpected: 'a key in double quotes',
    ValueExpected: 'a value: a number, a text in double quotes, true, false, null, a list or an object',
    ColonExpected: 'a colon after the key',
    CommaExpected: 'a comma between entries',
    CloseBraceExpected: 'a closing brace }',
    CloseBracketExpected: 'a closing bracket ]',
    EndOfFileExpected: 'nothing after the end of the document',
    InvalidCommentToken: 'no comment',
    UnexpectedEndOfComment: 'no comment',
    UnexpectedEndOfString: 'a double quote at the end of the text',
    UnexpectedEndOfNumber: 'a number like 12, -0.5 or 1e6',
    InvalidUnicode: 'four hexadecimal digits after \\u',
    InvalidEscapeCharacter: 'one of " \\ / b f n r t u after a backslash',
    InvalidCharacter: 'no control character within a text: \\n for a new line, \\t for a tab',
  },
  wholeFile: 'the file',
  encoding: {
    unknown: 'The file is not in an encoding that this program reads.',
    expected: 'UTF-8, or UTF-16 with a byte order mark; please save the file as UTF-8',
    looksLike: {
      'utf-32': 'what looks like UTF-32',
      unmarkedLittle: 'what looks like UTF-16 (little endian) without a byte order mark',
      unmarkedBig: 'what looks like UTF-16 (big endian) without a byte order mark',
      binary: 'what looks like binary data',
    },
    broken: (byte: number, line: number) =>
      `what is not valid UTF-8 at byte ${byte}, line ${line} (it looks like Windows-1251 or another single-byte encoding)`,
    brokenWide: (byte: number, line: number) => `what is not valid UTF-16 at byte ${byte}, line ${line}`,
  },
  empty: 'The file is empty.',
  tooLarge: 'The file is too large.',
  moreMistakes: (count: number) => `and ${count} more ${count === 1 ? 'mistake' : 'mistakes'}`,
  megabytes: (count: number) => `${count} MB`,
  tooDeep: (limit: number) => `The file is nested more than ${counted(limit, 'level')} deep.`,
  jsonExpected: 'a JSON document',
  fileExpected: 'a scenario file with "type": "contraflow-scenario"',
  nothing: 'nothing',
  forbiddenKey: 'This key is not allowed anywhere in a scenario.',
  noSuchKey: 'no such key',
  keyOfOtherKind: (key: string, kinds: readonly string[], kind: string) =>
    `no such key: "${key}" belongs to the kind ${kinds.join(' or ')}, and this is of the kind ${kind}`,
  missing: 'This value is missing.',
  wrongType: 'This value has the wrong type.',
  wrongValue: 'This value is not one of those allowed.',
  outOfRange: 'This value is out of range.',
  wrongKey: 'This key does not have the right form.',
  wrongForm: 'This value does not have the right form.',
  unknownKey: (key: string) => `Unknown key "${key}".`,
  nearest: (name: string) => `did you mean "${name}"?`,
  oneOf: (names: readonly string[]) => `one of ${names.join(', ')}`,
  atLeast: (limit: string) => `at least ${limit}`,
  atMost: (limit: string) => `at most ${limit}`,
  wrongLength: 'This text is too short or too long.',
  wrongCount: 'This list has too few or too many entries.',
  characters: (count: number) => counted(count, 'character'),
  entries: (count: number) => counted(count, 'entry', 'entries'),
  types: {
    number: 'a number',
    int: 'a whole number',
    string: 'a text',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    record: 'an object',
  },
  either: (kinds: readonly string[]) =>
    kinds.length < 2 ? kinds.join('') : `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`,
  underSet: (key: string) => `"${key}.NAME" under "set", because this scenario extends another`,
  withBase: 'this key only together with "extends"',
  newerFormat: (found: number, known: number) =>
    `The file has format version ${found}; this program knows versions up to ${known}. Please use a newer Contraflow.`,
  formatExpected: (known: number) => `a format version from 1 to ${known}`,
  repeatedKey: (key: string, first: number, second: number) =>
    `The key ${JSON.stringify(key)} appears here more than once, on ${first === second ? `line ${first}` : `lines ${first} and ${second}`}; only one can count.`,
  keyOnce: 'each key once in an object',
  duplicateId: (id: string) => `The id "${id}" is used more than once.`,
  uniqueId: 'an id that no other entry of this list has',
  dangling: (kind: string, id: string) => `There is no ${kind} "${id}".`,
  idOf: (kind: string) => `the id of a ${kind}`,
  legLoop: 'A leg has to join two different places.',
  twoPlaces: 'two different places',
  noLeg: (from: string, to: string) => `No leg leads from "${from}" to "${to}".`,
  joinedPlaces: 'places in order, each pair joined by a leg',
  routeEnd: (node: string) => `The route ends at "${node}", which is not a market.`,
  marketAtEnd: 'a place of kind market at the end of a route',
  noRouteFromSource: (source: string) =>
    `None of the organisation's routes starts at its source "${source}".`,
  routeFromSource: 'at least one of its routes starting there',
  duplicatePlace: (node: string) => `The place "${node}" is listed twice for these teams.`,
  onePlace: 'each place once: at most one of these teams stands at a place',
  idleTeams: (owner: string, count: number, places: number) =>
    `${owner}: ${counted(count, 'team')} ${count === 1 ? 'has' : 'have'} ${counted(places, 'place')}; those left without a place stand by and are paid.`,
  idleSite: (owner: string, first: string, node: string, commodity: string) =>
    `${owner}: "${first}" also takes "${commodity}" at "${node}" and comes first by id; this one stands idle whenever both could work.`,
  duplicateSupply: 'The organisation has this commodity at this source twice.',
  oneSupply: 'one supply per commodity and source',
  noPrice: (commodity: string, node: string) => `"${commodity}" has no price at "${node}".`,
  digestExpected: 'a digest of 32 hexadecimal digits',
  oneWay: 'exactly one of "set", "scale" and "add"',
  idExpected: 'an id: letters, digits, "_" and "-", the first a letter or digit',
  dateForm: 'a date, year-month-day',
  countryExpected: 'a two-letter country code: one of ISO 3166-1, or XA to XZ and ZZ for a fictional country',
  priceExpected: 'a price for the place, its country or its kind',
  noMarketToFind: (commodity: string) =>
    `No market has a price for "${commodity}", so no route to one can be found.`,
  marketToFind: 'a price at a market, or a route that starts at the source',
  emptyRange: 'The smallest load is larger than the largest.',
  orderedRange: 'minKg not above maxKg',
  noSuchDate: 'There is no such date.',
  dateExpected: 'a date of the calendar, year-month-day',
  endsTooLate: (last: string) => `The run ends after ${last}, and later days have no date.`,
  earlierStart: (days: number) => `an earlier start, or fewer days than ${days}`,
  tooManyChanges: 'There are too many dated changes.',
  tooManyRegimes: 'Changes begin or end on too many days.',
  tooManySetValues: 'Settings by path give too many values in all.',
  more: 'more',
  tooManyChangedValues: 'Dated changes give too many values on too many days.',
  endBeforeStart: 'The change ends before it starts.',
  laterDate: (date: string) => `a date after ${date}`,
  notAParameter: (path: string) => `"${path}" is not a parameter that can change during a run.`,
  parameterExpected:
    'a parameter of nodes, legs, checkpoints, organisations, commodities, routes or assumptions',
  fixedInRun: (path: string) => `"${path}" has no effect after the first day of a run.`,
  changingParameter: 'a parameter that has an effect during a run; set this one in the file or in a variant',
  wrongValueFor: (path: string) => `This value is not allowed for "${path}".`,
  inRegime: (date: string, ids: readonly string[], path: string, message: string) =>
    `On ${date}, when changes of ${quoted(ids)} begin or end: ${path}: ${message}`,
  selectsNothing: (owner: string, path: string) => `${owner}: "${path}" matches nothing at present.`,
  selectsNothingOn: (owner: string, path: string, date: string) =>
    `${owner}: "${path}" matches nothing on ${date}; this change does nothing.`,
  afterRun: (owner: string, path: string, from: string, last: string) =>
    `${owner}: the change of "${path}" from ${from} begins after the last day of the scenario, ${last}.`,
  beforeRun: (owner: string, path: string, first: string) =>
    `${owner}: the change of "${path}" does nothing: it ends before the run begins on ${first}.`,
  neverShows: {
    idle: (owner: string, path: string, from: string) =>
      `${owner}: the change of "${path}" from ${from} does nothing: the value already is what the change would make it.`,
    overridden: (owner: string, path: string, from: string) =>
      `${owner}: the change of "${path}" from ${from} has no effect: other changes override it as long as it holds.`,
  },
  nothingMoves: (owner: string, commodity: string, source: string, reason: keyof typeof STANDSTILL) =>
    `${owner}: no "${commodity}" can ever leave "${source}" during this run: ${STANDSTILL[reason]}.`,
  neverUsed: (owner: string, reason: string) =>
    `${owner}: this route can never be used during this run: ${reason}.`,
  blockedByLegs: (legs: readonly string[]) =>
    `${quoted(legs)} ${legs.length === 1 ? 'is' : 'are'} closed in every month`,
  blockedByCheckpoints: (node: string, checkpoints: readonly string[]) =>
    checkpoints.length === 1
      ? `the checkpoint ${quoted(checkpoints)} at "${node}" is closed in every month`
      : `the checkpoints at "${node}" (${quoted(checkpoints)}) are never all open in the same month, and a load passes all of them at once`,
  blockedInTurn:
    'whatever the day it sets out, a shipment finds some leg or checkpoint closed when it gets there',
  moreOfThese: (count: number) => `... and ${count} more like these.`,
  nothingToScale: (owner: string, paths: readonly string[], of: number) =>
    `${owner}: there is no value to scale or add to at ${paths.length} of ${counted(of, 'place')}: ${quoted(paths.slice(0, 3))}${paths.length > 3 ? ', ...' : ''}.`,
  monthsExpected: 'a list of months from 1 to 12',
  textExpected: 'a text',
  between: (type: string, low: string, high: string) =>
    `${type === 'integer' ? 'a whole number' : 'a number'} from ${low} to ${high}`,
  numberToScale: 'Only a number can be scaled or added to.',
  numberExpected: 'a parameter that is a number',
  neverOpen: 'The crossing opens and closes at the same hour.',
  hoursExpected: 'two different hours',
  noCommonHour: (node: string, ids: readonly string[]) =>
    `The checkpoints at "${node}" (${ids.join(', ')}) are never open at the same hour, and a load passes all of them at once.`,
  commonHourExpected: 'an hour at which all checkpoints of the place are open',
  badPath: 'A path is written like checkpoints.ak_jol_x.staff or checkpoints[country=KZ].staff.',
  pathMatchesNothing: (path: string) => `"${path}" matches nothing in this scenario.`,
  pathExpected: 'a path that leads to a value of this scenario',
  identity: (key: string) => `"${key}" identifies the file; it is not a setting.`,
  noVariants: 'a variant, but this scenario has none',
  noEvents: 'an intervention or operation, but this scenario has none',
  noMeasure: (name: string) => `There is no measure "${name}".`,
  measureExpected: 'group.entity.measure as in --json, several joined by " + "',
  outsideRun: 'The target covers days outside the run.',
  daysOfRun: 'dates within the run, in order',
  nothingToFit: 'The target has nothing to fit to.',
  aimExpected: 'a value, or a bound, above 0',
  noBase: (id: string) => `The scenario "${id}" that this one is based on is not here.`,
  baseNamedOtherwise: (id: string, found: string) => `The file named "${id}" holds the scenario "${found}".`,
  idOfBase: 'the id of a scenario in a file of the same name',
  baseExpected: 'the id of a scenario that is bundled or stored beside this file',
  baseCycle: (chain: string) => `The scenarios extend each other in a cycle: ${chain}.`,
  noCycle: 'a base that is not itself based on this scenario',
  otherBase: (id: string) =>
    `The scenario "${id}" is not the one that this file was made for: it has changed since.`,
  baseDigest: (digest: string) => `${digest}, or no digest to take the base as it is now`,
  locked: (reason: string) => `This value is locked: ${reason}`,
  lockedExpected: 'no change',
  migrated: (from: number, to: number) => `The file was converted from format version ${from} to ${to}.`,
  line: (line: number) => `line ${line}`,
  position: (line: number, column: number) => `line ${line}, column ${column}`,
  row: (path: string, message: string, expected: string, found: string) =>
    `${path}: ${message} Expected ${expected}; found ${found}.`,
} as const
