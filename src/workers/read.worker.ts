/** Worker that reads scenario files, so that a large or malicious one never holds up the page; see `reader.ts`. */
import { createReader, type FromReader, type ToReader } from './reader'

const answer = createReader((message: FromReader) => self.postMessage(message))
self.onmessage = (event: MessageEvent<ToReader>) => answer(event.data)
self.postMessage({ type: 'ready' } satisfies FromReader)
