/** Dates. */
import { isoDateOf } from '../engine'
import { text } from '../text'

/** A date as `12 Mar 2010`. */
export function date(epochDay: number): string {
  return isoDate(isoDateOf(epochDay))
}

/** A date as `12 Mar 2010`, from year-month-day. */
export function isoDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return `${Number(day)} ${(text.page.panel.months[Number(month) - 1] ?? '').slice(0, 3)} ${year}`
}
