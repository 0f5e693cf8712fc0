import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Hop } from '../../src/domain/report.ts'
import { requestPath } from '../../src/report/render/markdown/mermaid/request-path.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { hostileText } from '../support/hostile-text.ts'
import { storyOf } from './stories.ts'

const hop: fc.Arbitrary<Hop> = fc.record({
  name: hostileText,
  state: fc.constantFrom('ok', 'broken', 'unknown'),
  detail: hostileText,
})

test('the text of a hop is escaped for Mermaid', () => {
  fc.assert(
    fc.property(fc.array(hop, { minLength: 1, maxLength: 8 }), (path) => {
      const [fence, kind, ...lines] = requestPath(path).split('\n')
      expect([fence, kind]).toEqual(['```mermaid', 'flowchart LR'])
      // A node a hop, an arrow between two, four styles and the fence: nothing could add a line.
      expect(lines).toHaveLength(2 * path.length - 1 + 5)
      for (const node of lines.slice(0, path.length))
        expect(node).toMatch(
          /^ {2}n\d\(\["(?:[\p{L}\p{N} ]|#\d+;|<br\/>)*"\]\):::(?:ok|broken|unknown|failing)$/u,
        )
    }),
  )
})

test('only the failing hop is marked', () => {
  const path = storyOf('refused').sites[0].path
  expect(requestPath(path).match(/.*:::failing/g)).toEqual([
    '  n3(["origin #10007;<br/>connection refused"]):::failing',
  ])
})

test('the route of the direct probe is a chain of its own', () => {
  const { path, route = [] } = storyOf('bastion-denied-down').sites[0]
  const lines = requestPath(path, route).split('\n')
  expect(lines.filter((line) => /^ {2}r\d/.test(line))).toEqual([
    '  r0(["runner"]):::ok',
    '  r1(["bastion #10007;<br/>permission denied"]):::failing',
    '  r2(["origin #63;"]):::unknown',
    '  r0 --> r1',
    '  r1 -.-> r2',
  ])
  expect(RENDERERS.markdown(storyOf('bastion-denied-down'), { diagram: true })).toContain(lines.join('\n'))
})

test.each([
  ['refused', true],
  ['challenged', true],
  ['healthy', false],
  ['two-sites', false],
])('the diagram is in a job summary of a failing site: %s', (story, drawn) => {
  const report = storyOf(story)
  expect(RENDERERS.markdown(report, { diagram: true }).includes('```mermaid')).toBe(drawn)
  expect(RENDERERS.markdown(report)).not.toContain('mermaid')
})
