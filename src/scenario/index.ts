/** Scenarios: from file to ModelSpec and back, with every parameter, path and piece of evidence. */
export { type BlankOptions, blankScenario } from './blank'
export { scenarioDigest } from './canonical'
export { standsAlone } from './changedIssues'
export { compileScenario, specOf } from './compile'
export { type Bases, differencesFrom, NO_BASES } from './derive'
export { differencesBetween, type SettingChange } from './differences'
export { backOf, legEntryId } from './directedLegs'
export { greatCircleKm, type Place } from './distance'
export {
  getAt,
  placesAt,
  scaledValues,
  setAll,
  setAt,
  typedValue,
  withEvent,
  withVariant,
} from './edit'
export type { Edited } from './edited'
export { type Decoded, decoded } from './encoding'
export { childOf, isRecord, isSameValue, ownValue } from './entries'
export { type EvidenceIndex, evidenceIndexOf, idleEvidence, numberPaths } from './evidence'
export { freshId } from './freshId'
export { boundaryDays, type DatedChange, datedChanges } from './interventions'
export { expectedName, type Finding, issueText, type Mistakes, type ScenarioIssue, told } from './issue'
export { jsonSchema } from './jsonSchema'
export { type LockIndex, lockIndexOf, lockOn } from './locks'
export {
  type Added,
  addCheckpoint,
  addLeg,
  addNode,
  addRoute,
  estimatedLeg,
  estimateLeg,
  givenLegsAt,
  isEstimated,
  moveNode,
  type NewNode,
  nameNode,
  setLegMode,
  setNodeCountry,
  setRouteUser,
} from './network'
export {
  allParameterRows,
  changesInRun,
  type ParameterRow,
  parameterAt,
  parameterRows,
  SECTIONS,
  type Section,
} from './parameters'
export { baseOfText, parseScenario, sizeIssue } from './parse'
export { settingNotices } from './regimes'
export { type AlsoRemoved, type RemovableList, type Removal, removalOf } from './removal'
export { rewrittenText } from './rewrite'
export {
  type DerivedFile,
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
  scenarioSchema,
  type TargetEntry,
} from './schema'
export { rebasedText, serialiseScenario } from './serialise'
export { type Parsed, seedIssue, validateScenario } from './validate'
export { shortestWay } from './ways'
