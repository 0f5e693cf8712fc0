/**
 * Cloudflare's ranges in the source, `src/cloudflare/published-ranges.ts`.
 *
 *   npm run ranges -- --from https://api.cloudflare.com/client/v4/ips    replaces them with the current ones
 *   npm run ranges -- --from ips-v4.txt --v6 ips-v6.txt                  the same from files or URLs of the two lists
 *     --date 2026-11-30    the day on which the lists were downloaded, if it isn't today
 *     --force              accepts lists with less than half or more than twice of the addresses, or older ones
 *   npm run ranges -- --max-age 90d [--date 2026-11-30]    exits with 1 if they are older on that day
 */
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { IPV4_RANGES, IPV6_RANGES, RANGES_DATE, RANGES_SOURCE } from '../src/cloudflare/published-ranges.ts'
import { errorCode } from '../src/shared/errors.ts'
import { currentDay, daysBetween, daysOf, startOf } from './days.ts'
import { FAMILIES, intervalOf, overlap, sizeOf } from './ranges/intervals.ts'
import { listsIn } from './ranges/lists.ts'
import { readList } from './ranges/read-list.ts'
import { type Published, sourceOf } from './ranges/source-file.ts'

export const PATH = fileURLToPath(new URL('../src/cloudflare/published-ranges.ts', import.meta.url))

/** The ranges in the source. */
export const CURRENT: Published = {
  date: RANGES_DATE,
  source: RANGES_SOURCE,
  v4: IPV4_RANGES,
  v6: IPV6_RANGES,
}

const USAGE =
  'Options: --from FILE_OR_URL [--v6 FILE_OR_URL] [--date YYYY-MM-DD] [--force], or --max-age 90d [--date YYYY-MM-DD].'

const REFRESH = 'npm run ranges -- --from https://api.cloudflare.com/client/v4/ips'

export interface Options {
  /** Files or URLs with the lists of both families. */
  readonly from: readonly string[]
  /** The day on which they were downloaded. */
  readonly date: string
  readonly force: boolean
}

/**
 * Reads new lists, and compares them with the current ones.
 *
 * @returns the new ranges, and the changes as lines: `+ 104.28.0.0/14`
 * @throws {Error} with what to do, if they are invalid, incomplete or older
 */
export async function refreshed(
  current: Published,
  { from, date, force }: Options,
): Promise<{ readonly ranges: Published; readonly changes: readonly string[] }> {
  if (daysBetween(current.date, date) < 0 && !force)
    throw new Error(
      `The ranges in the source are from ${current.date}, but these are from ${date}. Download newer ones, or add --force.`,
    )
  const lists = listsIn(await Promise.all(from.map((each) => readList(each))))
  for (const family of FAMILIES) {
    const old = current[family].map(intervalOf)
    const now = lists[family].map(intervalOf)
    const kept = overlap(old, now)
    if (kept * 2n < sizeOf(old) && !force)
      throw new Error(
        `The new lists have ${(kept * 100n) / sizeOf(old)}% of the current IP${family} addresses. If https://www.cloudflare.com/ips/ shows the same, add --force.`,
      )
    // Addresses in Cloudflare's ranges are printed. Those of others must not be.
    if (sizeOf(now) > sizeOf(old) * 2n && !force)
      throw new Error(
        `The new lists have more than twice as many IP${family} addresses. If https://www.cloudflare.com/ips/ shows the same, add --force.`,
      )
  }
  const changes = FAMILIES.flatMap((family) => changesOf(current[family], lists[family]))
  return { ranges: { date, source: sourceNameOf(from), ...lists }, changes }
}

/** URLs without what may be secret in them, and files without their folders. Only characters that need no quoting. */
function sourceNameOf(from: readonly string[]): string {
  return from
    .map((each) => {
      const url = /^https?:/i.test(each) ? URL.parse(each) : null
      return url === null ? `the file ${basename(each)}` : url.origin + url.pathname
    })
    .join(' and ')
    .replaceAll(/[^\w.:/ -]/g, '_')
}

function changesOf(before: readonly string[], after: readonly string[]): readonly string[] {
  return [
    ...after.filter((range) => !before.includes(range)).map((range) => `+ ${range}`),
    ...before.filter((range) => !after.includes(range)).map((range) => `- ${range}`),
  ]
}

/**
 * A sentence if ranges of `date` are more than `age` old on a day, or of a later day.
 *
 * @param age such as `90d`
 */
export function ageFault(date: string, age: string, day: string): string | undefined {
  const days = daysBetween(date, day)
  const reason =
    days < 0
      ? `are from ${date}, which is after ${day}`
      : days > daysOf(age)
        ? `are ${days} days old (${date}), more than ${age}`
        : undefined
  return (
    reason &&
    `Cloudflare's ranges in the source ${reason}. Run \`${REFRESH}\`, \`npm run build\` and \`npm run verify\`, and commit the result.`
  )
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      v6: { type: 'string' },
      date: { type: 'string', default: currentDay() },
      force: { type: 'boolean', default: false },
      'max-age': { type: 'string' },
    },
  })
  const { from, v6, date, force, 'max-age': age } = values
  startOf(date)
  if (from === undefined) {
    if (v6 !== undefined) throw new Error('--v6 needs --from with the list of IPv4.')
    const fault = age === undefined ? undefined : ageFault(RANGES_DATE, age, date)
    if (fault !== undefined) throw new Error(fault)
    const days = daysBetween(RANGES_DATE, date)
    console.log(`Cloudflare's ranges in the source are from ${RANGES_DATE}, ${days} days before ${date}.`)
    if (age === undefined) console.log(`Refresh them: ${REFRESH}\n${USAGE}`)
    return
  }
  if (age !== undefined) throw new Error('Use --max-age without --from.')
  const { ranges, changes } = await refreshed(CURRENT, {
    from: v6 === undefined ? [from] : [from, v6],
    date,
    force,
  })
  await writeFile(PATH, sourceOf(ranges))
  console.log(changes.length === 0 ? 'The ranges have not changed.' : changes.join('\n'))
  console.log(
    `Wrote ${ranges.v4.length} IPv4 and ${ranges.v6.length} IPv6 ranges from ${date}. Run \`npm run build\` and \`npm run verify\`, and commit the result.`,
  )
}

if (import.meta.main) {
  try {
    await main()
  } catch (error) {
    console.error(Error.isError(error) ? error.message : String(error))
    if (errorCode(error)?.startsWith('ERR_PARSE_ARGS')) console.error(USAGE)
    process.exitCode = 1
  }
}
