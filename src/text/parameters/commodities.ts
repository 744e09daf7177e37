/** Titles and help of the parameters of commodities and their processing. */
export const commodityParameters = {
  'commodities.market.model': {
    title: 'Market',
    help: 'Fixed prices, or prices that fall when more is delivered than demanded.',
  },
  'commodities.market.slope': {
    title: 'Price slope',
    help: 'Relative price rise when nothing is delivered, in an elastic market.',
  },
  'commodities.market.lowest': {
    title: 'Lowest price',
    help: 'Lower limit of the elastic price, as a multiple of the base price.',
  },
  'commodities.market.highest': {
    title: 'Highest price',
    help: 'Upper limit of the elastic price, as a multiple of the base price.',
  },
  'commodities.market.demandKgPerDay': {
    title: 'Demand',
    help: 'Kilograms a day that the market takes at the base price.',
  },
  'commodities.detectionFactor': {
    title: 'Detection factor',
    help: 'Factor on the detection probabilities of checkpoints for this commodity; bulk and smell raise it.',
  },
  'commodities.purity': {
    title: 'Purity',
    help: 'Share of pure substance; a value for a place takes precedence over one for its country, and that over one for its kind.',
  },
  'processingSites.yieldShare': { title: 'Yield', help: 'Kilograms of output per kilogram of input.' },
  'commodities.prices': {
    title: 'Price',
    help: 'Price of one kilogram; a price for a place takes precedence over one for its country, and that over one for its kind.',
  },
} as const
