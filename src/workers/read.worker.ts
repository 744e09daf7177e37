/** Worker that reads scenario files, so that no file, however large, blocks the page; see `reader.ts`. */
import { createReader, type FromReader, type ToReader } from './reader'

const answer = createReader((message: FromReader) => self.postMessage(message))
self.onmessage = (event: MessageEvent<ToReader>) => answer(event.data)
self.postMessage({ type: 'ready' } satisfies FromReader)
