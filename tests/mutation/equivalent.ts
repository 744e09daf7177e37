/** Mutants that no test can notice, by name, with the reason in one line. */
export const EQUIVALENT: Readonly<Record<string, string>> = {
  'engine/routes.ts: canClose[k] = always && !closesInSomeMonth(k) ? 0 : 1  =>  canClose[k] = always && !closesInSomeMonth(k) ? (0 + 1) : 1':
    'says of a post that is always open that its hours have to be looked at: work, no outcome',
  'engine/operations.ts: if (operations.isEnabled[i] === 0 || (operations.untilDay[i] as number) <= world.day) continue  =>  if (operations.isEnabled[i] === 0 || (operations.untilDay[i] as number) < world.day) continue':
    'looks out for an operation on the day after its last as well: work, no outcome',
  'engine/phases/learning.ts: for (let o = 0; o < total; o++) {  =>  for (let o = 0; o <= total; o++) {':
    'works out a row past the end of a typed array, which is not written',
  'engine/row.ts: for (let lane = 0; lane < 4; lane++)  =>  for (let lane = 0; lane < (4 + 1); lane++)':
    'adds to a fifth lane of a typed array of four, which is not written',
  'engine/operations.ts: for (let row = i; row < forewarned.length; row += count) if (forewarned[row] === 1) return true  =>  for (let row = i; row <= forewarned.length; row += count) if (forewarned[row] === 1) return true':
    'reads past the end of a typed array, where nothing is 1',
  'engine/row.ts: const LITTLE_ENDIAN = new Int32Array(new Float64Array([1]).buffer)[0] === 0  =>  const LITTLE_ENDIAN = new Int32Array(new Float64Array([0]).buffer)[0] === 0':
    'tells machines by the order of their bytes, of which tests know one',
  'engine/world.ts: let dwell = 0  =>  let dwell = (0 + 1)': 'gives the calendar of arrivals an hour more',
  'engine/phases/replan.ts: while (unit * 1e11 <= best) unit *= 10  =>  while (unit * 1e11 < best) unit *= 10':
    'counts costs in units ten times as fine where the best price is a power of ten',
  'engine/world.ts: alert: false,  =>  alert: true,': 'is set by the first day before it is read',
  'engine/world.ts: const specs = [plan, ...plan.regimes.map((regime) => regime.spec)]  =>  const specs = [...plan.regimes.map((regime) => regime.spec), plan]':
    'changes the order of terms of a maximum',
  'engine/phases/travel.ts: const leavesIn = departAt < dayEnd ? month : monthAtHour(world, departAt)  =>  const leavesIn = false ? month : monthAtHour(world, departAt)':
    'works out the month of today that is at hand: work, no outcome',
  'engine/phases/protection.ts: if (retainer > left && !isTie(retainer, left, budget)) continue  =>  if (retainer >= left && !isTie(retainer, left, budget)) continue':
    'differs where both are equal, which is a tie already',
  "engine/events.ts: 'shipmentA', 'shipmentB',  =>  'shipmentB', 'shipmentA',":
    'changes the order in which columns are copied',
}
