/** The one generator of seedrandom that the engine uses; the package's own types cover only its main file. */
declare module 'seedrandom/lib/alea' {
  interface AleaGenerator {
    (): number
    int32(): number
  }
  export default function alea(seed: string): AleaGenerator
}
