import { describe, expect, test } from '@jest/globals'
import { manySitesProgress } from '../../src/report/progress/many-sites.ts'
import { statusLineOn } from '../../src/report/progress/status-line.ts'

const AT = Date.UTC(2026, 10, 27, 14, 3, 7)
const look = (name: string, verdict: 'healthy' | 'unhealthy' | 'inconclusive', pause?: number) => ({
  site: { url: `https://${name}.example/` },
  judgment: { verdict },
  pause,
})

describe('many sites in a line', () => {
  test('at the beginning', () => {
    expect(manySitesProgress(40).line(AT)).toBe('14:03:07 0 of 40 sites done · 0 looks')
  })

  test('in the midst, and once they have healed', () => {
    const crowd = manySitesProgress(40)
    crowd.saw(look('a', 'healthy', 1000))
    crowd.saw(look('a', 'healthy'))
    crowd.saw(look('b', 'unhealthy', 5000))
    crowd.saw(look('c', 'unhealthy'))
    crowd.saw(look('d', 'inconclusive'))
    expect(crowd.line(AT)).toBe(
      '14:03:07 3 of 40 sites done: 1 healthy, 1 not, 1 not seen · 1 not healthy so far, and waited for · 5 looks',
    )
    crowd.saw(look('b', 'healthy', 1000))
    expect(crowd.line(AT)).toBe('14:03:07 3 of 40 sites done: 1 healthy, 1 not, 1 not seen · 6 looks')
  })
})

const screenOf = (columns: number) => {
  const written: string[] = []
  return { written, screen: { columns, write: (text: string) => written.push(text) } }
}

describe('a live line', () => {
  test('is rewritten in place, and gone in the end', () => {
    const { written, screen } = screenOf(80)
    const live = statusLineOn(screen)
    live.clear()
    live.show('one')
    live.show('two')
    live.clear()
    live.clear()
    expect(written).toEqual(['\r\u001b[Kone', '\r\u001b[Ktwo', '\r\u001b[K'])
  })

  test('has no effect on the terminal, and no more width than that', () => {
    const { written, screen } = screenOf(20)
    statusLineOn(screen).show('a\u001b]0;title\u0007\r\nb'.repeat(9))
    expect(written.join('').slice(4)).not.toMatch(/\p{Cc}/u)
    expect(written.join('').slice(4).length).toBeLessThan(20)
  })
})
