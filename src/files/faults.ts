import { errorCode } from '../shared/errors.ts'

/** Why a file can't be used: the reason as a clause, and what to do as an imperative without its period. */
interface FileFault {
  readonly reason: string
  readonly fix: string
}

const OTHER_PATH = 'Use the path of a regular file that this user can write to'
const SHORTER = 'Use a shorter path'

/** By the code of the system's error. */
const FAULTS: Readonly<Record<string, FileFault>> = {
  EACCES: { reason: 'this user may not write there', fix: OTHER_PATH },
  EPERM: { reason: 'this user may not write there', fix: OTHER_PATH },
  EBUSY: { reason: 'another program has it open', fix: 'Close that program' },
  EROFS: { reason: 'the file system is read-only', fix: OTHER_PATH },
  ENOSPC: { reason: 'the disk is full', fix: 'Free some space' },
  EDQUOT: { reason: 'the disk quota is used up', fix: 'Free some space' },
  EFBIG: { reason: 'it is larger than this process may write', fix: 'Raise `ulimit -f`' },
  EMFILE: { reason: 'this process has too many open files', fix: 'Raise `ulimit -n`' },
  ENFILE: { reason: 'the machine has too many open files', fix: 'Close other programs' },
  ENOMEM: { reason: 'the machine is out of memory', fix: 'Close other programs' },
  EISDIR: { reason: 'its path is a folder', fix: 'Use the path of a file' },
  ENOTDIR: { reason: 'a folder of its path is a file', fix: OTHER_PATH },
  ENOENT: { reason: 'its folder cannot be created', fix: OTHER_PATH },
  ELOOP: { reason: 'its path is a loop of symbolic links', fix: OTHER_PATH },
  ENAMETOOLONG: { reason: 'its path is too long', fix: SHORTER },
  ENXIO: { reason: 'its path is a pipe or a socket', fix: OTHER_PATH },
  EPIPE: { reason: 'the program that reads it has ended', fix: OTHER_PATH },
  EAGAIN: { reason: 'the program that reads it does not keep up', fix: OTHER_PATH },
}

/** The code of a file that is a pipe, a socket or a disk. */
export const NOT_A_FILE = 'ENXIO'

/** Why a file couldn't be written, and how to fix that: `the disk is full (ENOSPC). Free some space.` */
export function writeFaultOf(error: unknown): string {
  const code = errorCode(error) ?? 'unknown error'
  const { reason, fix } = FAULTS[code] ?? { reason: 'the system refused it', fix: OTHER_PATH }
  return `${reason} (${code}). ${fix}.`
}
