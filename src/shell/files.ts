import type { Config } from '../domain/config.ts'
import type { Report } from '../domain/report.ts'
import type { fileRenderer } from '../report/render/index.ts'
import { writeFaultOf } from '../files/faults.ts'
import { ownDescriptor } from '../files/read.ts'
import { makeFolderOf, openTarget } from '../files/write.ts'
import { pace } from '../shared/turns.ts'

// Milliseconds before the end of a cancelled run at which it stops working. A report takes as long to make as to write.
export const END_REPORT = 1400
export const END_RENDERING = 400

export const CUT_SHORT = 'The rest of the report is not printed, because the run was cancelled.'

/** The reports that are written only when a path is set. */
export type FurtherReports = Pick<Config, 'junit' | 'html' | 'badge'>

const FURTHER = [
  ['junit', 'JUnit report'],
  ['html', 'HTML report'],
  ['badge', 'badge'],
] as const satisfies readonly (readonly [keyof FurtherReports, string])[]

/**
 * Writes the JUnit and the HTML report, and the badge.
 *
 * @param paths where they go; empty: nowhere, and the renderer isn't loaded
 * @returns a warning for each that could not be written
 */
export async function writeFurtherReports(
  report: Report,
  paths: FurtherReports,
  load: typeof fileRenderer,
  isLate: () => boolean = () => false,
): Promise<readonly string[]> {
  const warnings: string[] = []
  for (const [format, name] of FURTHER) {
    const path = paths[format]
    if (path === '') continue
    const render = isLate() ? undefined : await load(format)
    const failed = await writeReport(path, () => render?.(report) ?? '', isLate)
    if (failed !== undefined) warnings.push(unwritten(name, failed))
  }
  return warnings
}

/** Characters that are written at once. */
const CHUNK = 65_536

/**
 * Writes a report and creates its folders. An empty path writes nothing, and nothing is rendered.
 *
 * @param render makes the text, or its pieces, which are written as they come
 * @param isLate whether a cancelled run must end soon. Then the file is removed, because it would be incomplete
 * @returns why the report can't be written, and how to fix that: `the disk is full (ENOSPC). Free some space.`
 */
export async function writeReport(
  path: string,
  render: () => string | Iterable<string>,
  isLate: () => boolean = () => false,
): Promise<string | undefined> {
  if (path === '') return undefined
  if (isLate()) return CANCELLED
  const text = render()
  const pause = pace()
  try {
    if (ownDescriptor(path) === undefined) makeFolderOf(path)
    const target = openTarget(path, 'replace')
    try {
      for (const chunk of typeof text === 'string' ? [text] : chunksOf(text)) {
        target.write(chunk)
        await pause()
        if (!isLate()) continue
        target.remove()
        return CANCELLED
      }
    } catch (error) {
      // The beginning of a report looks like a report.
      target.remove()
      throw error
    } finally {
      target.close()
    }
    return undefined
  } catch (error) {
    return writeFaultOf(error)
  }
}

export const CANCELLED = 'the run was cancelled before it was complete.'

/**
 * Prints a report in pieces that end with a line break.
 *
 * @param print gets some of these pieces at once
 * @returns whether it is printed as a whole
 */
export async function printReport(
  pieces: Iterable<string>,
  print: (text: string) => void,
  isLate: () => boolean,
): Promise<boolean> {
  const pause = pace()
  for (const chunk of chunksOf(pieces)) {
    if (isLate()) return false
    print(chunk)
    await pause()
  }
  return true
}

/** The warning about a report for which `writeReport` returned this. */
export function unwritten(what: string, fault: string): string {
  return `The ${what} could not be written, because ${fault} The verdict stands.`
}

/** Joins short pieces. */
function* chunksOf(pieces: Iterable<string>): Iterable<string> {
  let chunk = ''
  for (const piece of pieces) {
    chunk += piece
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}
