/**
 * Prints the scores of the last runs, and with a path the mutants there that no test noticed.
 *
 *     npm run survivors
 *     npm run survivors -- src/redact/edges.ts
 */
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { isInSample } from './order.ts'

interface Position {
  readonly line: number
  readonly column: number
}

/** The part of Stryker's report that is read here. */
interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>
}

interface Mutant {
  readonly id: string
  readonly mutatorName: string
  readonly replacement?: string
  readonly status: string
  readonly location: { readonly start: Position; readonly end: Position }
}

const MAX_WIDTH = 70

const wanted = process.argv[2]
const reports: Report[] = []
for await (const path of glob('reports/**/*.json'))
  if (!basename(path).includes('incremental')) reports.push(JSON.parse(readFileSync(path, 'utf8')))
const files = reports.flatMap((report) => Object.entries(report.files))
if (wanted === undefined) {
  const folders = Map.groupBy(files, ([path]) => dirname(path))
  for (const [folder, inFolder] of folders)
    printScore(
      folder,
      inFolder.flatMap(([, { mutants }]) => mutants),
    )
  printScore(
    'all',
    files.flatMap(([, { mutants }]) => mutants),
  )
} else {
  for (const [path, { source, mutants }] of files.filter(([path]) => path.startsWith(wanted))) {
    printScore(path, mutants)
    const lines = source.split('\n')
    for (const mutant of mutants.filter((mutant) => isCounted(mutant) && !isNoticed(mutant)))
      console.log(lineOf(mutant, lines))
  }
}

function printScore(name: string, mutants: readonly Mutant[]): void {
  const counted = mutants.filter(isCounted)
  const noticed = counted.filter(isNoticed).length
  const score = ((100 * noticed) / Math.max(1, counted.length)).toFixed(1)
  console.log(
    `${score.padStart(5)} %  ${String(counted.length - noticed).padStart(5)} of ${counted.length} survive  ${name}`,
  )
}

function isNoticed({ status }: Mutant): boolean {
  return status === 'Killed' || status === 'Timeout'
}

function isCounted(mutant: Mutant): boolean {
  return isInSample(mutant.id) && ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(mutant.status)
}

function lineOf(
  { status, location: { start, end }, replacement = '' }: Mutant,
  lines: readonly string[],
): string {
  const line = lines[start.line - 1] ?? ''
  const original = line.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined)
  const short = [original, replacement.replaceAll(/\s+/g, ' ')].map((text) => text.slice(0, MAX_WIDTH))
  return `${String(start.line).padStart(5)}  ${short.join('  →  ')}${status === 'NoCoverage' ? '  (not reached)' : ''}`
}
