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
      "Write the evidence to this file, for a bug report or a test. It contains no secret, no origin address and not your own, but the pages' contents.",
  },
  {
    ...path,
    name: 'replay',
    description: 'Judge the evidence of an earlier `--record` without any request. No URL is needed.',
  },
] as const satisfies readonly Input[]

export type CommandFlag = (typeof COMMAND_FLAGS)[number]['name']
