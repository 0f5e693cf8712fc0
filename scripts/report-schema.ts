import { join } from 'node:path'
import { createGenerator } from 'ts-json-schema-generator'

const TYPES = join(import.meta.dirname, '../src/report/schema-1/report.ts')

/** Where the schema of the major version is published. */
const ID = 'https://raw.githubusercontent.com/origin-gate/origin-gate/v1/report.schema.json'

/**
 * The JSON Schema of the JSON report (draft 2020-12), made of its TypeScript types. Descriptions are their docstrings.
 * Unknown keys are valid, because later versions may add some.
 */
export function reportSchema(): string {
  return (generated ??= generate())
}

/** Generating takes two seconds. */
let generated: string | undefined

function generate(): string {
  const { definitions } = createGenerator({
    path: TYPES,
    tsconfig: join(import.meta.dirname, '../tsconfig.json'),
    type: 'Report',
    additionalProperties: true,
    sortProps: false,
    // `npm run types` does that.
    skipTypeCheck: true,
  }).createSchema('Report')
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: ID,
    title: 'Report of Origin Gate',
    $ref: '#/$defs/Report',
    $defs: definitions,
  }
  // The generator writes draft 7. There, a validator ignores what is next to a `$ref`, so only its place differs.
  return `${JSON.stringify(schema, null, 2).replaceAll('"#/definitions/', '"#/$defs/')}\n`
}
