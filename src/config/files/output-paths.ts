import { errorCode } from '../../shared/errors.ts'
import { accessSync, constants, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { didYouMeanText, type Problem, printable } from '../parser/problems.ts'

/** The paths of the reports; empty for a report that is not written. */
export interface ReportPaths {
  readonly report: string
  readonly junit: string
  /** The command's recording. */
  readonly record?: string
}

/** Why reports can't be written, checked before a run that may take hours. Missing folders are created later. */
export function problemsOfReportPaths({ report, junit, record = '' }: ReportPaths): readonly Problem[] {
  const problems = [
    problemOf('report', report, 'origin-gate.json'),
    junit !== '' && resolve(junit) === resolve(report)
      ? refused('junit', junit, 'is also the path of `report`', 'Use a different file for each.')
      : problemOf('junit', junit, 'origin-gate.xml'),
    problemOf('--record', record, 'run.json'),
  ]
  return problems.filter((problem) => problem !== undefined)
}

function refused(input: string, path: string, fault: string, accepted: string): Problem {
  return { input, text: `\`${input}\`: \`${printable(path, [])}\` ${fault}. ${accepted}` }
}

function problemOf(input: string, path: string, usual: string): Problem | undefined {
  if (path === '') return undefined
  const refuse = (fault: string, accepted: string): Problem => refused(input, path, fault, accepted)
  const target = resolve(path)
  const kind = kindOf(target)
  if (kind === 'folder' || /[\\/]$/u.test(path)) {
    const meant = printable(join(path, usual), [])
    return refuse('is a folder', `Use the path of a file.${didYouMeanText(meant)}`)
  }
  if (kind === 'invalid') return refuse('is not a valid path', 'Use the path of a file.')
  const existing = kind === 'file' ? target : nearestExisting(dirname(target))
  if (kind === 'absent' && kindOf(existing) !== 'folder') {
    const shown = printable(existing, [])
    return refuse(
      `is below \`${shown}\`, which is a file`,
      'Use a path whose folders exist or can be created.',
    )
  }
  if (!writable(existing)) {
    const what =
      kind === 'file' ? 'is not writable' : `is below \`${printable(existing, [])}\`, which is not writable`
    return refuse(what, 'Use a path that this user can write to, such as one in the temporary folder.')
  }
  return undefined
}

type Kind = 'file' | 'folder' | 'absent' | 'invalid'

function kindOf(path: string): Kind {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    const code = errorCode(error)
    // Below a file, or in a folder that this user can't search: a check of its parents shows which.
    return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' ? 'absent' : 'invalid'
  }
}

function nearestExisting(path: string): string {
  const parent = dirname(path)
  return parent === path || kindOf(path) !== 'absent' ? path : nearestExisting(parent)
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
