import { errorCode } from '../../shared/errors.ts'
import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Problem, printable } from '../parser/problems.ts'

/** Where the reports go. An empty path: nowhere. */
export interface ReportPaths {
  readonly report: string
  readonly junit: string
  /** Of the command's recording. */
  readonly record?: string
}

/** What keeps the reports from being written, before hours are spent on them. Missing folders are made later. */
export async function problemsOfReportPaths({
  report,
  junit,
  record = '',
}: ReportPaths): Promise<readonly Problem[]> {
  const problems = await Promise.all([
    problemOf('report', report, 'origin-gate.json'),
    junit !== '' && resolve(junit) === resolve(report)
      ? refused('junit', junit, 'which is the path of `report` too', 'Give each a file of its own')
      : problemOf('junit', junit, 'origin-gate.xml'),
    problemOf('--record', record, 'run.json'),
  ])
  return problems.filter((problem) => problem !== undefined)
}

function refused(input: string, path: string, fault: string, accepted: string): Problem {
  return { input, text: `\`${input}\` is \`${printable(path, [])}\`, ${fault}. ${accepted}.` }
}

async function problemOf(input: string, path: string, usual: string): Promise<Problem | undefined> {
  if (path === '') return undefined
  const refuse = (fault: string, accepted: string): Problem => refused(input, path, fault, accepted)
  const target = resolve(path)
  const kind = await kindOf(target)
  if (kind === 'folder' || /[\\/]$/u.test(path)) {
    const meant = printable(join(path, usual), [])
    return refuse('which is a folder', `Give the path of a file; \`${meant}\` was probably meant`)
  }
  if (kind === 'invalid') return refuse('which is no valid path', 'Give the path of a file')
  const existing = kind === 'file' ? target : await nearestExisting(dirname(target))
  if (kind === 'absent' && (await kindOf(existing)) !== 'folder') {
    const shown = printable(existing, [])
    return refuse(
      `but \`${shown}\` is a file, not a folder`,
      'Give a path whose folders exist or can be made',
    )
  }
  if (!(await writable(existing))) {
    const what =
      kind === 'file' ? 'which may not be written' : `but \`${printable(existing, [])}\` may not be written`
    return refuse(what, 'Give a path that this user may write, such as one in the temporary folder')
  }
  return undefined
}

type Kind = 'file' | 'folder' | 'absent' | 'invalid'

async function kindOf(path: string): Promise<Kind> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    const code = errorCode(error)
    // Below a file, or in a folder that may not be searched: its ancestors tell which.
    return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' ? 'absent' : 'invalid'
  }
}

async function nearestExisting(path: string): Promise<string> {
  const parent = dirname(path)
  return parent === path || (await kindOf(path)) !== 'absent' ? path : nearestExisting(parent)
}

async function writable(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  )
}
