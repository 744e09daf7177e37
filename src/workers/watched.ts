/** The watched run: answers what the page asks of it, message by message. */
import type { DayFrame } from '../analysis'
import { reasonOf } from '../experiment'
import { buffersOf, frameOfDay, pictureOf } from './frames'
import type { FromRunWorker, ToRunWorker } from './protocol'
import { digestOf, goTo, nextDay, type Run, replaceSegments, startRun, storyOf } from './timeTravel'

type Type = ToRunWorker['type']
type Answer<K extends Type> = (run: Run, message: ToRunWorker<K>, post: Post) => void
type Post = (message: FromRunWorker, transfer: Transferable[]) => void

const ANSWERS: { readonly [K in Type]: Answer<K> } = {
  load: sendPicture,
  advance(run, { generation, days, digests }, post) {
    for (let i = 1; i <= days; i++) {
      const events = nextDay(run)
      if (events === undefined) return
      const withDigest = digests === 'each' || (digests === 'last' && i === days)
      send(generation, frameOfDay(run.world, events, withDigest), post)
    }
  },
  seek(run, message, post) {
    goTo(run, message.day, passing(message, post))
    sendPicture(run, message, post)
  },
  replace(run, message, post) {
    replaceSegments(run, message.segments, message.shared, passing(message, post))
  },
  digest(run, message, post) {
    const { generation, day } = message
    const digest = digestOf(run, day, passing(message, post))
    post({ type: 'digest', generation, day, digest }, [])
  },
  story(run, message, post) {
    const { generation, shipment, day } = message
    const facts = storyOf(run, shipment, day, passing(message, post))
    post({ type: 'story', generation, shipment, days: run.world.day, facts }, [])
  },
}

/** Answers messages of the page through `post`; never sends a day that was not asked for. */
export function createWatchedRun(post: Post): (message: ToRunWorker) => void {
  let run: Run | undefined

  function answer<K extends Type>(message: ToRunWorker<K>): void {
    if (run !== undefined) ANSWERS[message.type](run, message, post)
  }

  return (message) => {
    try {
      if (message.type === 'load') run = startRun(message.segments, message.seed)
      answer(message)
    } catch (error) {
      const day = run?.world.day ?? 0
      // A day that failed half way leaves a world that is no state of the run.
      run = undefined
      post({ type: 'failed', generation: message.generation, day, message: reasonOf(error) }, [])
    }
  }
}

function send(generation: number, frame: DayFrame, post: Post): void {
  post({ type: 'frame', generation, frame }, buffersOf(frame))
}

function sendPicture({ world }: Run, { generation }: ToRunWorker, post: Post): void {
  send(generation, pictureOf(world), post)
}

function passing({ generation }: ToRunWorker, post: Post): (day: number) => void {
  return (day) => post({ type: 'progress', generation, day }, [])
}
