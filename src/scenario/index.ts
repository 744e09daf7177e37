/** Scenarios: from file to ModelSpec and back, with every parameter, path and piece of evidence. */
export { standsAlone } from './check/changedIssues'
export {
  asMistakes,
  expectedName,
  type Finding,
  issueText,
  type Mistakes,
  type ScenarioIssue,
} from './check/issue'
export { settingNotices } from './check/regimes'
export { type Parsed, seedIssue, validateScenario } from './check/validate'
export { compileScenario, specOf } from './compile'
export { differencesBetween, type SettingChange } from './differences'
export { backOf, legEntryId } from './directedLegs'
export { blankScenario } from './edit/blank'
export { greatCircleKm, type Place } from './edit/distance'
export type { Edited } from './edit/edited'
export { freshId } from './edit/freshId'
export {
  type Added,
  addCheckpoint,
  addLeg,
  addNode,
  addRoute,
  estimateLeg,
  givenLegsAt,
  isEstimated,
  moveNode,
  type NewNode,
  nameNode,
  setLegMode,
  setNodeCountry,
  setRouteUser,
} from './edit/network'
export { type RemovableList, type Removal, removalOf } from './edit/removal'
export {
  getAt,
  placesAt,
  scaledValues,
  setAll,
  setAt,
  typedValue,
  withEvent,
  withVariant,
} from './edit/settings'
export { shortestWay } from './edit/ways'
export { childOf, isRecord, isSameValue, ownValue } from './entries'
export { type EvidenceIndex, evidenceIndexOf, idleEvidence, numberPaths } from './evidence'
export { scenarioDigest } from './file/canonical'
export { type Bases, differencesFrom, NO_BASES } from './file/derive'
export { decoded } from './file/encoding'
export { baseOfText, parseScenario, sizeIssue } from './file/parse'
export { rewrittenText } from './file/rewrite'
export { rebasedText, serialiseScenario } from './file/serialise'
export { datedChanges } from './interventions'
export { type LockIndex, lockIndexOf, lockOn } from './locks'
export {
  type Evidence,
  FORMAT_VERSION,
  type FreeParameterEntry,
  type InterventionEntry,
  LIMITS,
  type Limit,
  MODES,
  type Mode,
  NODE_KINDS,
  type NodeEntry,
  type ParameterRole,
  type RouteEntry,
  type Scenario,
  type ScenarioFile,
  type TargetEntry,
} from './schema'
export { jsonSchema } from './schema/jsonSchema'
export {
  allParameterRows,
  changesInRun,
  type ParameterRow,
  parameterAt,
  parameterRows,
  SECTIONS,
  type Section,
} from './schema/parameters'
