/**
 * What the scenarios of the Central Asia family claim in their notes, in paired worlds (common random numbers): an effect counts when
 * its mean is four standard errors of the paired differences away from nothing, sizes lie in the stated intervals.
 */
import { describe, expect, it } from 'vitest'
import { bundledScenario, digestAfter } from '../support/bundled'
import { type Changes, changed, Pair, type Span } from '../support/paired'
import { sumOf } from '../support/worlds'

const BASE = 'central-asia'
const FROM_2010 = { from: '2010-01-01' }

/** A scenario of the family beside the base without any event. */
const beside = (id: string, worlds: number, span: Span = {}, changes: Changes = {}) =>
  new Pair(bundledScenario(BASE), changed(id, changes), worlds, span)

const seizedIn = (country: string) => `byCountry.${country}.seizedKg`
const crossingsAt = (checkpoint: string) => `byCheckpoint.${checkpoint}.crossings`
const dispatchedOn = (route: string) => `byRoute.${route}.dispatchedKg`
const shareOf = (corridor: string) => `byCorridor.${corridor}.shareOfDispatched`

describe('the base', () => {
  it('keeps its corridors apart', () => {
    const pair = beside(BASE, 6)
    const kgOf = (id: string) => pair.means(`byCorridor.${id}.kg`)[0]
    const { corridors } = bundledScenario(BASE)
    expect(new Set(corridors.map(({ id }) => kgOf(id))).size).toBe(corridors.length)
    for (const [less, more] of [
      ['batken-direction', 'summer-paths'],
      ['summer-paths', 'khujand-osh'],
      ['khujand-osh', 'sogdian-direction'],
      ['khujand-osh', 'jirgatal-osh'],
      ['jirgatal-osh', 'khorog-osh'],
      ['north-talas', 'north-chui'],
    ] as const)
      expect(kgOf(more), `${more}, beside ${less}`).toBeGreaterThan(1.2 * kgOf(less))
  })

  it('has baseline-2009 as its first year', () => {
    expect(digestAfter(bundledScenario('baseline-2009'), 120)).toBe(digestAfter(bundledScenario(BASE), 120))
    expect(bundledScenario('baseline-2009').days).toBe(365)
  })

  it('seizes more at Ak-Jol with 100 officers, and loses flow there when the checkpoint is strict', () => {
    const staffed = beside(BASE, 6, {}, { set: { 'checkpoints.ak_jol_x.staff': 100 } })
    staffed.expectRise('byCheckpoint.ak_jol_x.seizedKg')
    staffed.expectRatio('byCheckpoint.ak_jol_x.seizedKg', 3, 12)
    staffed.expectRatio('total.interdictionRate', 0.98, 1.1)
    const strict = beside(BASE, 6, {}, { set: { 'checkpoints.ak_jol_x.interdictionOdds': 0.5 } })
    strict.expectFall(crossingsAt('ak_jol_x'))
    strict.expectRise(crossingsAt('chaldovar_x'), crossingsAt('daut_ata_x'))
  })
})

describe('officers, equipment and honesty', () => {
  it('full-staffing: Kazakh seizures rise several times, the total far less; the railway loses', () => {
    const pair = beside('full-staffing', 8)
    pair.expectRise(
      seizedIn('KZ'),
      'total.seizedKg',
      crossingsAt('gisht_kuprik_x'),
      'byRoute.X9.dispatchedKg',
    )
    pair.expectRatio(seizedIn('KZ'), 4, 12)
    pair.expectRatio('total.seizedKg', 1.1, 1.6)
    pair.expectFall('total.enforcementUsdPerKgSeized', 'byMode.rail.dispatchedKg')
    pair.expectFall(crossingsAt('daut_ata_x'), crossingsAt('chaldovar_x'))
    const honest = beside('full-staffing', 4, {}, { set: { 'checkpoints[country=KZ].corruptionRate': 0 } })
    expect(honest.ratio(seizedIn('KZ')) / pair.ratio(seizedIn('KZ'))).toBeGreaterThan(1.6)
    expect(honest.ratio(seizedIn('KZ')) / pair.ratio(seizedIn('KZ'))).toBeLessThan(2.4)
  })

  it('equipment-and-power: twice the Kazakh seizures, at half as much again for each kilogram', () => {
    const pair = beside('equipment-and-power', 20, FROM_2010)
    pair.expectRise(seizedIn('KZ'), 'total.seizedKg', 'total.enforcementUsdPerKgSeized')
    pair.expectRatio(seizedIn('KZ'), 1.6, 2.4)
    pair.expectRatio('total.seizedKg', 1, 1.1)
    pair.expectRatio('total.enforcementUsdPerKgSeized', 1.3, 1.8)
    const both = beside('equipment-and-power', 4, FROM_2010, {
      set: { 'checkpoints[country=KZ].staff': 100 },
    })
    expect(both.ratio(seizedIn('KZ'))).toBeGreaterThan(10)
  })

  it('integrity: more seized and fewer bribes with the same officers; in Kazakhstan officers buy more', () => {
    const pair = beside('integrity', 10, FROM_2010)
    pair.expectRise(seizedIn('KZ'), seizedIn('KG'), 'total.seizedKg')
    pair.expectRatio(seizedIn('KZ'), 1.25, 1.75)
    pair.expectRatio(seizedIn('KG'), 1.25, 2.5)
    pair.expectFall('total.bribesUsd', 'total.enforcementUsdPerKgSeized')
    const staffed = beside('full-staffing', 4, FROM_2010)
    expect(staffed.ratio(seizedIn('KZ'))).toBeGreaterThan(3 * pair.ratio(seizedIn('KZ')))
  })

  it('open-seals: a few percent more, most of it in Russia', () => {
    const pair = beside('open-seals', 48, FROM_2010)
    pair.expectRise('total.seizedKg', seizedIn('RU'))
    pair.expectRatio('total.seizedKg', 1, 1.1)
    expect(pair.of(seizedIn('RU')).difference.mean).toBeGreaterThan(
      2 * pair.of(seizedIn('KZ')).difference.mean,
    )
  })

  it('customs-union: Russia seizes a small part of what it did, and the Kazakh promise does not make up for it', () => {
    const span = { from: '2011-07-01', until: '2012-12-31' }
    const union = beside('customs-union', 3, span)
    union.expectFall(seizedIn('RU'), 'total.seizedKg')
    union.expectRise('total.deliveredKg')
    union.expectRatio(seizedIn('RU'), 0.05, 0.35)
    const both = beside('customs-union', 3, span, { enable: ['kazakh-staffing'] })
    both.expectFall('total.seizedKg')
    both.expectRise(seizedIn('KZ'))
    expect(both.ratio('total.seizedKg')).toBeGreaterThan(1.1 * union.ratio('total.seizedKg'))
  })
})

describe('closures, shocks and operations', () => {
  it('closing-one-crossing: the flow goes round it, and little is kept from the markets', () => {
    const pair = beside('closing-one-crossing', 6, FROM_2010)
    for (const name of [crossingsAt('ak_jol_x'), ...['R3', 'R4', 'X1', 'X4'].map(dispatchedOn)])
      expect(pair.means(name)[1], name).toBe(0)
    const neighbours = ['chaldovar_x', 'chon_kapka_x', 'dostuk_x', 'daut_ata_x'].map(crossingsAt)
    pair.expectRise(...neighbours, 'byMode.rail.dispatchedKg')
    pair.expectFall('total.deliveredKg')
    pair.expectRatio('total.deliveredKg', 0.94, 1)
    const [before, after] = pair.means(crossingsAt('ak_tilek_x'))
    expect(before).toBe(0)
    expect(after).toBeGreaterThan(0)
  })

  it('april-shock: less leaves, stock grows, railway and paths carry more, Kyrgyz checkpoints seize next to nothing', () => {
    const pair = beside('april-shock', 6, { from: '2010-04-06', until: '2010-07-01' })
    pair.expectFall('total.dispatchedKg', seizedIn('KG'))
    pair.expectRise('total.stockKg', 'byMode.rail.dispatchedKg', shareOf('summer-paths'))
    pair.expectRatio(seizedIn('KG'), 0, 0.2)
    const { nodes, organisations } = bundledScenario('april-shock')
    const kyrgyz = new Set(nodes.flatMap(({ id, country }) => (country === 'KG' ? [id] : [])))
    expect(organisations.flatMap(({ supply }) => supply).filter(({ source }) => kyrgyz.has(source))).toEqual(
      [],
    )
  })

  it('as-it-happened: more is seized, most of it in Tajikistan; Russia seizes less', () => {
    const pair = beside('as-it-happened', 3, { until: '2012-12-31' })
    pair.expectRise(seizedIn('TJ'), seizedIn('KZ'), 'total.seizedKg')
    pair.expectFall(seizedIn('RU'), 'byCommodity.heroin.deliveredKg')
    pair.expectRatio(seizedIn('KZ'), 2, 5)
    expect(pair.of(seizedIn('TJ')).difference.mean).toBeGreaterThan(
      2 * pair.of(seizedIn('KZ')).difference.mean,
    )
  })

  it('osh-operation: finds a quarter of what comes through Osh on that day, and changes nothing before', () => {
    const day = { from: '2010-04-01', until: '2010-04-02' }
    const pair = beside('osh-operation', 12, day)
    const arrived = ['heroin', 'hashish'].map((good) => `byPlaceAndCommodity.osh/${good}.arrivedKg`)
    pair.expectSame(...arrived, 'total.dispatchedKg')
    const haul = pair.means('total.patrolSeizedKg')[1]
    const share = haul / sumOf(arrived.map((name) => pair.means(name)[1]))
    expect(share).toBeGreaterThan(0.15)
    expect(share).toBeLessThan(0.35)
    pair.expectRise('total.patrolSeizedKg')
    expect(haul).toBeLessThan(0.001 * beside(BASE, 4, FROM_2010).means('total.dispatchedKg')[0])
  })

  it('osh-operation-leaked: seizes nothing, and keeps more at home than the secret one seizes', () => {
    const days = { from: '2010-03-22', until: '2010-04-05' }
    const pair = beside('osh-operation-leaked', 8, days)
    expect(pair.means('total.patrolSeizedKg')[1]).toBe(0)
    pair.expectFall('total.dispatchedKg')
    pair.expectRise('total.stockKg', 'byMode.rail.dispatchedKg')
    const secret = beside('osh-operation', 8, days)
    secret.expectSame('total.dispatchedKg')
    expect(-pair.of('total.dispatchedKg').difference.mean).toBeGreaterThan(
      2 * secret.means('total.patrolSeizedKg')[1],
    )
  })

  it('summer-paths: strict checkpoints send twice as much over the paths in summer; without paths more is seized', () => {
    const summer = { from: '2009-06-01', until: '2009-10-01' }
    const pair = beside('summer-paths', 8, summer)
    pair.expectRise('byMode.path.dispatchedKg', shareOf('summer-paths'), 'byMode.rail.dispatchedKg')
    pair.expectRatio('byMode.path.dispatchedKg', 1.6, 2.5)
    const [batken, road] = [shareOf('batken-direction'), shareOf('jirgatal-osh')].map((name) =>
      pair.means(name),
    ) as [readonly [number, number], readonly [number, number]]
    expect(batken[0]).toBeLessThan(road[0])
    expect(batken[1]).toBeGreaterThan(road[1])
    const closed = new Pair(
      changed('summer-paths'),
      changed('summer-paths', { set: { 'legs[mode=path].openMonths': [] } }),
      8,
      summer,
    )
    closed.expectRise('total.seizedKg')
    expect(closed.means(shareOf('summer-paths'))[1]).toBe(0)
  })
})

describe('crews, goods and processing', () => {
  it('scarce-crews: less leaves and stock piles up; the seized share stays', () => {
    const pair = beside('scarce-crews', 4)
    pair.expectFall('total.dispatchedKg', 'total.seizedKg')
    pair.expectRise('total.stockKg')
    pair.expectRatio('total.dispatchedKg', 0.75, 0.9)
    pair.expectRatio('total.stockKg', 2, 6)
    pair.expectRatio('total.interdictionRate', 0.95, 1.05)
  })

  it('justice-reform: less leaves and less is seized where crews are scarce, hardly where they are plenty', () => {
    const pair = new Pair(changed('scarce-crews'), changed('justice-reform'), 24, FROM_2010)
    pair.expectFall('total.dispatchedKg', 'total.seizedKg')
    pair.expectRatio('total.interdictionRate', 0.96, 1.02)
    const plenty = beside(BASE, 6, FROM_2010, { enable: ['justice-reform'] })
    plenty.expectFall('total.dispatchedKg')
    expect(1 - plenty.ratio('total.dispatchedKg')).toBeLessThan(0.25 * (1 - pair.ratio('total.dispatchedKg')))
  })

  it('caucasus-processing: heroin in 2009, morphine in 2010, and nothing else changes', () => {
    const [first, second] = [
      beside('caucasus-processing', 4, { until: '2010-01-01' }),
      beside('caucasus-processing', 4, FROM_2010),
    ]
    const { nodes, organisations } = bundledScenario(BASE)
    const markets = nodes.flatMap(({ id, kind }) => (kind === 'market' ? [id] : []))
    const file = changed('caucasus-processing')
    const soldIn = (span: Span, market: string, good: string) =>
      new Pair(file, file, 4, span).means(`byMarketAndCommodity.${market}/${good}.deliveredKg`)[0]
    for (const market of markets) expect(soldIn({ until: '2010-01-01' }, market, 'morphine'), market).toBe(0)
    expect(soldIn(FROM_2010, 'istanbul', 'morphine')).toBeGreaterThan(0)
    expect(first.means('total.processingLossKg')[1]).toBeGreaterThan(0)
    expect(second.means('total.processingLossKg')[1]).toBe(0)
    for (const { id } of organisations) first.expectSame(`byOrganisation.${id}.dispatchedKg`)
    for (const { id } of organisations) second.expectSame(`byOrganisation.${id}.deliveredKg`)
  })

  it('with-opium: as much opium as the UN estimates, and a larger share of it seized than of heroin', () => {
    const file = changed('with-opium')
    const pair = new Pair(file, file, 8, FROM_2010)
    const { low, high } = file.targets.find(({ id }) => id === 'opium-2010') ?? {}
    const [kg] = pair.means('byCommodity.opium.dispatchedKg')
    expect(kg).toBeGreaterThan(low ?? Number.NaN)
    expect(kg).toBeLessThan(high ?? Number.NaN)
    const rates = ['opium', 'heroin'].map((good) => pair.means(`byCommodity.${good}.interdictionRate`)[0])
    expect(rates[0]).toBeGreaterThan(1.2 * (rates[1] ?? Number.NaN))
  })
})
