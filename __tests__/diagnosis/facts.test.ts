import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { FACT_MODULES } from '../support/fact-modules.ts'
import { factsOf } from '../support/facts.ts'
import { agrees } from '../support/golden.ts'

const FOLDER = join(import.meta.dirname, '..', 'golden', 'facts')

test.each(Object.entries(FACT_MODULES))('%s says what it said about all cases', (name, module) => {
  const facts = factsOf(module)
  expect(facts).not.toBe('')
  agrees(join(FOLDER, `${name.replaceAll('/', '-')}.md`), `# ${name}\n\n${facts}`)
})
