import { member } from './json.ts'

/** The code of a system error, such as `ENOENT`; undefined when the value has none. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' && error.code !== '' ? error.code : undefined
}

const SHORTAGES: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'ENOMEM', 'ENOBUFS'])

/** Whether this process or its machine lacks what a file or a connection needs. */
export function isShortage(error: unknown): boolean {
  return SHORTAGES.has(errorCode(error) ?? '')
}

/** The error, its cause, the cause of that, and so on, five in all. */
export function causesOf(error: unknown): readonly unknown[] {
  const causes = [error]
  while (causes.length < 5) causes.push(member(causes.at(-1), 'cause'))
  return causes
}

/** The frames of an error's stack, without the lines of its message, which may look like frames. */
export function framesOf({ stack = '', message }: Error): readonly string[] {
  const at = stack.indexOf(message)
  // A message that was changed later is not in the stack, and the old one is unknown.
  const rest = at < 0 ? '' : stack.slice(at + message.length)
  return rest.split('\n').filter((line) => /^\s+at /.test(line))
}
