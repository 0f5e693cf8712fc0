import type { Report } from '../../domain/report.ts'
import { clean, cut } from '../../redact/visible.ts'

/** The report in one line of plain text, of at most `max` characters. GitHub escapes it where it is shown. */
export function titleOf({ sites }: Report, max: number): string {
  const [worst, ...others] = sites
  const sick = others.filter(({ verdict }) => verdict !== 'healthy').length
  const calm = worst.verdict === 'healthy' && others.length > 0
  const headline = calm ? `All ${sites.length} sites are healthy` : clean(worst.headline)
  const more = sick === 0 ? '' : `, and ${sick} more ${sick === 1 ? 'site is' : 'sites are'} not healthy`
  return cut(headline, max - more.length) + more
}
