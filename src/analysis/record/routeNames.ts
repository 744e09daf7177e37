/** Route names: how a route is called where there is little room. */
import type { ModelSpec } from '../../engine'

/** An id that a legend can show as it is, e.g. `R4`. */
const CODE = /^[A-Z]{1,2}\d{1,3}$/

/** Its id where that is a short code, else its name. */
export function shortRouteName({ routes }: ModelSpec, route: number): string {
  const id = routes.ids[route]
  return CODE.test(id) ? id : routes.names[route]
}
