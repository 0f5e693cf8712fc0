import { errorCode } from '../../shared/errors.ts'
import { accessSync, constants, statSync, type Stats } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { isSameFile, ownDescriptor } from '../../files/read.ts'
import { didYouMeanText, type Problem, printable } from '../parser/problems.ts'

/** The paths of the reports; empty for a report that is not written. */
export interface ReportPaths {
  readonly report: string
  /** Where the JSON report goes when `report` is empty. It is not checked, because the user did not choose it. */
  readonly defaultReport?: string
  readonly junit: string
  readonly html?: string
  readonly badge?: string
  /** The command's recording. */
  readonly record?: string
}

/** Why reports can't be written, checked before a run that may take hours. Missing folders are created later. */
export function problemsOfReportPaths({
  report,
  defaultReport = '',
  junit,
  html = '',
  badge = '',
  record = '',
}: ReportPaths): readonly Problem[] {
  const json = report === '' ? defaultReport : report
  const problems = [
    problemOf('report', report, 'origin-gate.json'),
    repeated('junit', junit, { report: json }) ?? problemOf('junit', junit, 'origin-gate.xml'),
    repeated('html', html, { report: json, junit }) ?? problemOf('html', html, 'origin-gate.html'),
    repeated('badge', badge, { report: json, junit, html }) ?? problemOf('badge', badge, 'badge.json'),
    repeated('record', record, { report: json, junit, html, badge }) ??
      problemOf('record', record, 'run.json'),
  ]
  return problems.filter((problem) => problem !== undefined)
}

/** @param others the paths of other inputs, by name */
function repeated(
  input: string,
  path: string,
  others: Readonly<Record<string, string>>,
): Problem | undefined {
  const same = Object.entries(others).find(
    ([, other]) =>
      path !== '' && other !== '' && (sameText(path) === sameText(other) || isSameFile(path, other)),
  )
  return same && refused(input, path, `is also the path of \`${same[0]}\``, 'Use a different file for each.')
}

/** The same text for paths that name one file, even if it doesn't exist yet. */
function sameText(path: string): string {
  const text = absolute(path) ?? path
  return process.platform === 'win32' || process.platform === 'darwin' ? text.toLowerCase() : text
}

/** Undefined for a relative path in a working directory that was removed. */
function absolute(path: string): string | undefined {
  try {
    return resolve(path)
  } catch {
    return undefined
  }
}

function refused(input: string, path: string, fault: string, accepted: string): Problem {
  return { input, text: `\`${input}\`: \`${printable(path)}\` ${fault}. ${accepted}` }
}

function problemOf(input: string, path: string, usual: string): Problem | undefined {
  if (path === '') return undefined
  const refuse = (fault: string, accepted: string): Problem => refused(input, path, fault, accepted)
  const target = absolute(path)
  if (target === undefined)
    return refuse('is relative, and the working directory no longer exists', 'Use an absolute path.')
  const kind = kindOf(target)
  // Already open, so its kind and its permissions don't matter.
  if (kind !== 'folder' && ownDescriptor(path) !== undefined) return undefined
  if (kind === 'folder' || /[\\/]$/u.test(path)) {
    const meant = printable(join(path, usual))
    return refuse('is a folder', `Use the path of a file.${didYouMeanText(meant)}`)
  }
  if (kind === 'invalid') return refuse('is not a valid path', 'Use the path of a file.')
  if (kind === 'loop') return refuse('is a loop of symbolic links', 'Use the path of a file.')
  if (kind === 'too long') return refuse('is too long for a path', 'Use a shorter one.')
  if (kind === 'pipe or disk')
    return refuse('is a pipe, a socket or a disk', 'Use the path of a regular file, or `/dev/stdout`.')
  const existing = kind === 'file' ? target : nearestExisting(dirname(target))
  if (kind === 'absent' && kindOf(existing) !== 'folder') {
    const shown = printable(existing)
    return refuse(
      `is below \`${shown}\`, which is a file`,
      'Use a path whose folders exist or can be created.',
    )
  }
  if (!writable(existing)) {
    const what =
      kind === 'file' ? 'is not writable' : `is below \`${printable(existing)}\`, which is not writable`
    return refuse(what, 'Use a path that this user can write to, such as one in the temporary folder.')
  }
  return undefined
}

/** A device such as `/dev/null` is a file here: writing to it doesn't wait. */
type Kind = 'file' | 'folder' | 'pipe or disk' | 'absent' | 'loop' | 'too long' | 'invalid'

function kindOf(path: string): Kind {
  try {
    return kindIn(statSync(path))
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ELOOP') return 'loop'
    if (code === 'ENAMETOOLONG') return 'too long'
    // Below a file, or in a folder that this user can't search: a check of its parents shows which.
    return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' ? 'absent' : 'invalid'
  }
}

function kindIn(found: Stats): Kind {
  if (found.isDirectory()) return 'folder'
  // Opening a pipe can wait for ever, and a report must not overwrite a disk.
  return found.isFile() || found.isCharacterDevice() ? 'file' : 'pipe or disk'
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
