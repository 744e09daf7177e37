/** JSON Schema of scenario files, for `$schema` in editors. */
import { z } from 'zod'
import { scenarioSchema } from './schema'

/** Draft 2020-12, generated from the one schema; our own `role` and `scale` stay beside title, unit and description. */
export function jsonSchema(): unknown {
  return z.toJSONSchema(scenarioSchema, {
    io: 'input',
    override: ({ jsonSchema: node }) => {
      // `help` repeats `description`, `key` is internal.
      delete node.help
      delete node.key
    },
  })
}
