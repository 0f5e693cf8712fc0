import { errorCode, framesOf } from '../../shared/errors.ts'

/** What this process or its machine lacks, and how to fix that, by the code of the error. */
const LACKS: Readonly<Record<string, string>> = {
  EMFILE: 'This process may not open more files and connections (EMFILE). Raise the limit: `ulimit -n 1024`.',
  ENFILE: 'The machine has too many open files (ENFILE). Close other programs, or raise `fs.file-max`.',
  EAGAIN:
    "This user can't start more processes (EAGAIN), which `origin-proxy-command` needs. Raise the limit: `ulimit -u 4096`.",
  ENOMEM: 'The machine is out of memory (ENOMEM). Close other programs, or use a larger runner.',
  ENOBUFS: 'The machine is out of memory for connections (ENOBUFS). Close other programs.',
  ERR_MEMORY_ALLOCATION_FAILED: 'Node is out of memory. Use a larger runner.',
  ERR_SMALL_HEAP:
    'Node may use too little memory. Remove `--max-old-space-size` in `NODE_OPTIONS`, or set it to 128 or more.',
  ERR_LAB_FILE:
    'The file that `ORIGIN_GATE_LAB` names is not a valid network. Unset the variable to use the real one.',
  ERR_MODULE_NOT_FOUND: 'A file of Origin Gate is missing. Install it again.',
  MODULE_NOT_FOUND: 'A file of Origin Gate is missing. Install it again.',
}

/**
 * Why a run ended without a verdict: what the machine lacks, or else a bug report with the stack. The error's message
 * is left out, because Node's messages can contain addresses.
 *
 * @param outcome what it means for the run
 * @param hint how to get more details, printed after the stack of a bug
 */
export function crashText(error: unknown, outcome: string, hint?: string): string {
  const lacks = LACKS[errorCode(error) ?? '']
  if (lacks !== undefined) return `${lacks} ${outcome}`
  const name = Error.isError(error) ? error.name : typeof error
  const frames = Error.isError(error) ? framesOf(error) : []
  return [
    `This is a bug in Origin Gate, not a problem with your site (${name}). ${outcome}`,
    'Please open an issue at https://github.com/origin-gate/origin-gate/issues with these lines:',
    ...frames.slice(0, 5).map((line) => line.trim()),
    ...(hint === undefined ? [] : [hint]),
  ].join('\n')
}
