/** All words that users read, in one language. Another language replaces this folder's catalogue. */
export { en as text } from './en'
export { measureText } from './measures'
export { type ParameterKey, parameterText, unitOfOne } from './parameters'
export { plainJson, plainLines, plainText } from './plain'
