import { describe, expect, test } from '@jest/globals'
import { manySitesProgress } from '../../src/report/progress/many-sites.ts'
import { statusLineOn } from '../../src/report/progress/status-line.ts'

const AT = Date.UTC(2026, 10, 27, 14, 3, 7)
const round = (name: string, verdict: 'healthy' | 'unhealthy' | 'inconclusive', pause?: number) => ({
  site: { url: `https://${name}.example/` },
  judgment: { verdict },
  pause,
})

describe('the progress of many sites is one line', () => {
  test('at the start', () => {
    expect(manySitesProgress(40).line(AT)).toBe('14:03:07 0 of 40 sites done · 0 checks')
  })

  test('during the run, and after a recovery', () => {
    const progress = manySitesProgress(40)
    progress.addRound(round('a', 'healthy', 1000))
    progress.addRound(round('a', 'healthy'))
    progress.addRound(round('b', 'unhealthy', 5000))
    progress.addRound(round('c', 'unhealthy'))
    progress.addRound(round('d', 'inconclusive'))
    expect(progress.line(AT)).toBe(
      '14:03:07 3 of 40 sites done: 1 healthy, 1 unhealthy, 1 inconclusive · 1 not healthy yet · 5 checks',
    )
    progress.addRound(round('b', 'healthy', 1000))
    expect(progress.line(AT)).toBe(
      '14:03:07 3 of 40 sites done: 1 healthy, 1 unhealthy, 1 inconclusive · 6 checks',
    )
  })
})

const screenOf = (columns: number) => {
  const written: string[] = []
  return { written, screen: { columns, write: (text: string) => written.push(text) } }
}

describe('the status line of a terminal', () => {
  test('is rewritten in place and erased at the end', () => {
    const { written, screen } = screenOf(80)
    const live = statusLineOn(screen)
    live.clear()
    live.show('one')
    live.show('two')
    live.clear()
    live.clear()
    expect(written).toEqual(['\r\u001b[Kone', '\r\u001b[Ktwo', '\r\u001b[K'])
  })

  test('has no control characters and fits into the terminal', () => {
    const { written, screen } = screenOf(20)
    statusLineOn(screen).show('a\u001b]0;title\u0007\r\nb'.repeat(9))
    expect(written.join('').slice(4)).not.toMatch(/\p{Cc}/u)
    expect(written.join('').slice(4).length).toBeLessThan(20)
  })
})
