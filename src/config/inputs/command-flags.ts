import type { Input } from './inputs.ts'

const path = {
  default: '',
  fallback: '',
  shells: 'both',
  secret: false,
  takes: 'value',
  scope: 'run',
  placeholder: 'PATH',
  group: 'output',
  completes: 'files',
} as const satisfies Partial<Input>

/** Flags that only the command has. */
export const COMMAND_FLAGS = [
  {
    ...path,
    name: 'format',
    default: 'text',
    placeholder: 'FORMAT',
    completes: ['text', 'json', 'markdown', 'junit', 'html'],
    short: 'What standard output gets: text, json, markdown, junit or html',
    description:
      'What standard output gets: `text`, `json`, `markdown`, `junit` or `html`. Progress, notes and errors go to standard error. With `-` as the path of `--report`, `--junit`, `--html` or `--badge`, standard output gets that, and the text goes to standard error. If an input is wrong, standard output stays empty.',
  },
  {
    ...path,
    name: 'quiet',
    letter: 'q',
    default: 'false',
    takes: 'switch',
    placeholder: '',
    completes: [],
    short: 'Print no progress and no notes, only the report and errors',
    description:
      'Print no progress and no notes. Standard output still gets the report, and errors still go to standard error.',
  },
  {
    ...path,
    name: 'record',
    short: 'Write what was observed to this file, for --replay or a bug report',
    description:
      "Write the evidence to this file, for a bug report or a test. It contains the pages' contents, but no secret, no origin address and no address of your own.",
  },
  {
    ...path,
    name: 'replay',
    short: 'Judge a recording again, without any request',
    description:
      'Judge the evidence of an earlier `--record` without any request. No URL is needed. `-` reads it from standard input.',
  },
] as const satisfies readonly Input[]

export type CommandFlag = (typeof COMMAND_FLAGS)[number]['name']
