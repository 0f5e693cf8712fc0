import type { Input } from './inputs.ts'

const path = {
  default: '',
  fallback: '',
  shells: 'both',
  secret: false,
  takes: 'value',
  scope: 'run',
  placeholder: 'PATH',
} as const satisfies Partial<Input>

/** Flags that only the command has. */
export const COMMAND_FLAGS = [
  {
    ...path,
    name: 'record',
    description:
      'Write what was seen to this file, for a bug report or a test. No secret and no address of the origin is in it; what the pages say is.',
  },
  {
    ...path,
    name: 'replay',
    description: 'Judge what an earlier `--record` wrote, and look at nothing. No URL is needed.',
  },
] as const satisfies readonly Input[]

export type CommandFlag = (typeof COMMAND_FLAGS)[number]['name']
