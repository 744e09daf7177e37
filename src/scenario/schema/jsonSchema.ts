/** JSON Schema of scenario files, for `$schema` in editors. */
import { z } from 'zod'
import { derivedSchema, scenarioSchema } from '.'

interface ObjectSchema {
  readonly properties: Readonly<Record<string, unknown>>
  readonly required: readonly string[]
}

/**
 * Draft 2020-12, generated from the one schema; our own `role` and `scale` stay beside title, unit and
 * description. A file is either whole or names its base; both have the same parts.
 */
export function jsonSchema(): unknown {
  const whole = generated(scenarioSchema)
  const { properties, required } = generated(derivedSchema)
  return {
    ...whole,
    properties: { ...whole.properties, remove: properties.remove, set: properties.set },
    required: required.filter((name) => name !== 'extends'),
    anyOf: [{ required: ['extends'] }, { required: whole.required }],
  }
}

function generated(schema: z.ZodType): ObjectSchema {
  const found = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema: node }) => {
      // `help` repeats `description`, `key` is internal.
      delete node.help
      delete node.key
    },
  })
  return { ...found, properties: found.properties ?? {}, required: found.required ?? [] }
}
