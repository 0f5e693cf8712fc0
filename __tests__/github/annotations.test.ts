import { describe, expect, test } from '@jest/globals'
import { assert, array, integer, property } from 'fast-check'
import { annotationsOf, annotationsWithin } from '../../src/github/publish/annotations.ts'
import { withinLimit } from '../../src/github/runner/annotation-limit.ts'
import { interrupted } from '../../src/run/outcome.ts'
import { storyOf } from '../report/stories.ts'
import { healthyReport } from '../support/github-report.ts'

const sum = (rest: readonly number[]): number => rest.reduce((total, each) => total + each, 0)

describe('a limit of annotations', () => {
  test('keeps the first ones, and joins the rest', () => {
    assert(
      property(array(integer()), integer({ min: 1, max: 12 }), (items, limit) => {
        const shown = withinLimit(items, sum, limit)
        expect(shown.length).toBe(Math.min(items.length, limit))
        expect(sum(shown)).toBe(sum(items))
        expect(shown.slice(0, limit - 1)).toEqual(items.slice(0, limit - 1))
      }),
    )
  })

  test('never joins a single one', () => {
    const items = Array.from({ length: 10 }, (_, index) => index)
    expect(withinLimit(items, () => -1)).toEqual(items)
  })
})

test('the annotation of a run that is cancelled while it publishes names no cause', () => {
  const report = healthyReport()
  expect(annotationsOf(interrupted(report))).toEqual([
    {
      level: 'warning',
      title: 'The run was cancelled before it was complete',
      text: `Stopped after the last check. ${report.sites[0].headline}.`,
    },
  ])
})

test('a warning about a broken route does not call the runner offline', () => {
  const [warning] = annotationsOf(storyOf('bastion-denied'))
  expect(warning?.title).toBe('origin-gate: route to the origin')
})

test('the annotation of a cancelled run has what is known so far, and the first step', () => {
  const [annotation] = annotationsOf(storyOf('stopped'))
  expect(annotation?.text).toMatch(/^Stopped after 3 checks\. So far: .* is down: .*\. First: [A-Z]/)
})

// https://github.com/actions/runner: `AddIssue` keeps ten issues of each level, and 4,096 UTF-16 units of a message.
test.each([12, 300])('%d long warnings fit into what the runner keeps of a step', (count) => {
  const text = '\u{1f6a7}'.repeat(2100)
  const report = {
    ...healthyReport(),
    warnings: Array.from({ length: count }, () => ({ id: 'dns-not-proxied', text }) as const),
  }
  const issued = annotationsWithin(report, ['a\nb', text], 2)
  expect(issued).toHaveLength(8)
  expect(Math.max(...issued.map((each) => each.text.length))).toBeLessThanOrEqual(4096)
  expect(issued.at(-1)?.title).toBe(`origin-gate: ${count - 5} more warnings`)
})
