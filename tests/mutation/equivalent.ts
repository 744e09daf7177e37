/** Mutants that no test can notice, by name, with the reason in one line. */
export const EQUIVALENT: Readonly<Record<string, string>> = {
  'engine/routes.ts: canClose[k] = always && !closesInSomeMonth(k) ? 0 : 1  =>  canClose[k] = always && !closesInSomeMonth(k) ? (0 + 1) : 1':
    'says of a checkpoint that is always open that its hours have to be looked at: work, no outcome',
  'engine/operations.ts: if (operations.isEnabled[i] === 0 || operations.untilDay[i] <= world.day) continue  =>  if (operations.isEnabled[i] === 0 || operations.untilDay[i] < world.day) continue':
    'looks out for an operation on the day after its last as well: work, no outcome',
  'engine/phases/learning.ts: for (let o = 0; o < total; o++) {  =>  for (let o = 0; o <= total; o++) {':
    'works out a row past the end of a typed array, which is not written',
  'engine/row.ts: for (let lane = 0; lane < 4; lane++) sum[lane] = (sum[lane] + this.lanes[lane]) | 0  =>  for (let lane = 0; lane < (4 + 1); lane++) sum[lane] = (sum[lane] + this.lanes[lane]) | 0':
    'adds to a fifth lane of a typed array of four, which is not written',
  'engine/operations.ts: for (let row = i; row < forewarned.length; row += count) if (forewarned[row] === 1) return true  =>  for (let row = i; row <= forewarned.length; row += count) if (forewarned[row] === 1) return true':
    'reads past the end of a typed array, where nothing is 1',
  'engine/row.ts: const LITTLE_ENDIAN = new Int32Array(new Float64Array([1]).buffer)[0] === 0  =>  const LITTLE_ENDIAN = new Int32Array(new Float64Array([0]).buffer)[0] === 0':
    'tells machines by the order of their bytes, of which tests know one',
  'engine/create.ts: let dwell = 0  =>  let dwell = (0 + 1)': 'gives the calendar of arrivals an hour more',
  'engine/phases/replan.ts: while (unit * 1e11 <= best) unit *= 10  =>  while (unit * 1e11 < best) unit *= 10':
    'counts costs in units ten times as fine where the best price is a power of ten',
  'engine/create.ts: alert: false,  =>  alert: true,': 'is set by the first day before it is read',
  'engine/create.ts: return [plan, ...plan.regimes.map(({ spec }) => spec)]  =>  return [...plan.regimes.map(({ spec }) => spec), plan]':
    'changes the order of terms of a maximum',
  'engine/phases/travel.ts: const leavesIn = departAt < dayEnd ? month : monthAtHour(world, departAt)  =>  const leavesIn = false ? month : monthAtHour(world, departAt)':
    'works out the month of today that is at hand: work, no outcome',
  'engine/phases/protection.ts: if (retainer > left && !isTie(retainer, left, budget)) continue  =>  if (retainer >= left && !isTie(retainer, left, budget)) continue':
    'differs where both are equal, which is a tie already',
  "engine/events.ts: 'shipmentA', 'shipmentB',  =>  'shipmentB', 'shipmentA',":
    'changes the order in which columns are copied',
  'engine/routes.ts: return findsAllOpen({ spec, month: 0, monthEnd: 0, nextMonthEnd: 0 }, spec.routes, r, day)  =>  return findsAllOpen({ spec, month: (0 + 1), monthEnd: 0, nextMonthEnd: 0 }, spec.routes, r, day)':
    'names the month of a present that no day of the run lies in',
  'engine/digest.ts: const high = (text.charCodeAt(i) << 16) | (i + 1 < text.length ? text.charCodeAt(i + 1) : 0)  =>  const high = (text.charCodeAt(i) << 16) | (i + 0 < text.length ? text.charCodeAt(i + 1) : 0)':
    'reads a letter past the end, whose missing number counts as 0 among bits',
  'engine/digest.ts: ((i + 2 < text.length ? text.charCodeAt(i + 2) : 0) << 16) |  =>  ((i - 2 < text.length ? text.charCodeAt(i + 2) : 0) << 16) |':
    'reads a letter past the end, whose missing number counts as 0 among bits',
  'engine/create.ts: history: new Int32Array(4),  =>  history: new Int32Array((4 + 1)),':
    'gives a hash of four words a fifth one, which is neither written nor read',
  'engine/foundRoutes.ts: const more = room - roomOf(routes, r)  =>  const more = room + roomOf(routes, r)':
    'makes more room than a path needs: memory, no outcome',
  'engine/poisson.ts: if (mean <= 0) return 0  =>  if (false) return 0':
    'finds 0 for a mean of 0 in the ordinary way',
  'engine/math.ts: if (x < -745.1332191019412) return 0  =>  if (x <= -745.1332191019412) return 0':
    'differs at one number, whose exponential rounds to 0 all the same',
  'engine/snapshot.ts: const lists = [nodes, legs, checkpoints, organisations, commodities, routes, teams].map((list) =>  =>  const lists = [nodes, legs, checkpoints, organisations, commodities, teams, routes].map((list) =>':
    'makes another fingerprint of the same ids, which is compared with its like only',
  'engine/paths.ts: known.add(name)  =>  ;':
    'branches of two paths have no path in common (Lawler 1972), so that none comes twice',
  'engine/operations.ts: for (let at = routes.start[r] + r; at <= end; at++) if (routes.nodes[at] === node) return true  =>  for (let at = routes.start[r] + r; at <= end; at++) if (routes.nodes[at] !== node) return true':
    'looks closely at routes that pass no operation as well: work, no outcome',
}
