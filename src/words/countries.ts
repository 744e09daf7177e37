/** Countries. */
import { text } from '../text'

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })
/** Codes that stand for no country; scenarios use them for fictional ones. */
const NO_COUNTRY = /^(AA|Q[M-Z]|X[A-JL-Z]|ZZ)$/

/** Name of a country where the code is one, else the code. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) && !NO_COUNTRY.test(code) ? (regions.of(code) ?? code) : code
}

/** Name and code of a country, or the code alone where it is none. */
export function countryText(code: string): string {
  const name = countryName(code)
  return name === code ? code : text.page.inspector.country(name, code)
}
