import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Hop } from '../../src/domain/report.ts'
import { diagramOf } from '../../src/report/render/markdown/diagram.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { hostileText } from '../support/hostile-text.ts'
import { STORIES } from './stories.ts'

const joint: fc.Arbitrary<Hop> = fc.record({
  name: hostileText,
  state: fc.constantFrom('ok', 'broken', 'unknown'),
  detail: hostileText,
})

test('what a joint says means nothing to Mermaid', () => {
  fc.assert(
    fc.property(fc.array(joint, { minLength: 1, maxLength: 8 }), (path) => {
      const [fence, kind, ...lines] = diagramOf(path).split('\n')
      expect([fence, kind]).toEqual(['```mermaid', 'flowchart LR'])
      // A node a joint, an arrow between two, four styles and the fence: nothing could add a line.
      expect(lines).toHaveLength(2 * path.length - 1 + 5)
      for (const node of lines.slice(0, path.length))
        expect(node).toMatch(
          /^ {2}n\d\(\["(?:[\p{L}\p{N} ]|#\d+;|<br\/>)*"\]\):::(?:ok|broken|unknown|culprit)$/u,
        )
    }),
  )
})

test('the joint at which the way breaks is marked, once', () => {
  const path = STORIES['refused']?.sites[0].path ?? []
  expect(diagramOf(path).match(/.*:::culprit/g)).toEqual([
    '  n3(["origin #10007;<br/>connection refused"]):::culprit',
  ])
})

test.each([
  ['refused', true],
  ['challenged', true],
  ['healthy', false],
  ['two-sites', false],
])('it is drawn where it is asked for, and something is wrong: %s', (story, drawn) => {
  const report = STORIES[story]
  if (report === undefined) throw new RangeError(story)
  expect(RENDERERS.markdown(report, { diagram: true }).includes('```mermaid')).toBe(drawn)
  expect(RENDERERS.markdown(report)).not.toContain('mermaid')
})
