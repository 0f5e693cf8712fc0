/** What `--help`, the manual page and docs/command.md have in addition to the flags. Backquotes are the only markup. */

import { WELL_KNOWN_VARIABLES } from './variables.ts'

export interface Entry {
  readonly name: string
  readonly text: string
}

export const SUMMARY = 'find out why a site behind Cloudflare returns 502 or 52x'

export const PURPOSE =
  'Requests a site through Cloudflare and directly from its origin. If visitors get an error, it names the cause and lists the next steps.'

/** Commands with what they do. */
export const EXAMPLES: readonly Entry[] = [
  {
    name: 'origin-gate www.example.com --origin 203.0.113.10',
    text: 'Compare what visitors get with what the origin returns:',
  },
  {
    name: 'origin-gate www.example.com --origin 203.0.113.10 --wait 3m && ./promote',
    text: 'Wait up to three minutes after a deploy, and promote only a healthy site:',
  },
  {
    name: 'origin-gate www.example.com --origin 203.0.113.10 --record run.json',
    text: 'Record the run for a colleague or a bug report:',
  },
]

/** The values that placeholders stand for. */
export const VALUES: readonly Entry[] = [
  {
    name: '-',
    text: 'As a URL: read URLs from standard input, one per line. Lines that start with # are comments.',
  },
  { name: 'DURATION', text: '`500ms`, `10s`, `2m`, `1h` or a whole number of seconds.' },
  { name: 'PEM', text: 'The path of a PEM file, or PEM text.' },
]

export const REPETITION = 'Repeat a flag such as `--origin` or `--headers` for several values.'

export const ENVIRONMENT: readonly Entry[] = [
  {
    name: 'ORIGIN_GATE_FLAG_NAME',
    text: 'Any flag, such as `ORIGIN_GATE_ORIGIN` for `--origin`. Flags take precedence, even empty ones.',
  },
  ...WELL_KNOWN_VARIABLES.map(([flag, name]) => ({ name, text: `\`--${flag}\`` })),
  {
    name: 'HTTPS_PROXY, ALL_PROXY, NO_PROXY',
    text: 'Proxy for all requests (`http://`, `https://`, `socks5://`), and hosts that bypass it.',
  },
  { name: 'NODE_EXTRA_CA_CERTS', text: 'File of additional CAs to trust.' },
  { name: 'NO_COLOR, FORCE_COLOR', text: 'Turn colors off or on.' },
  {
    name: 'ORIGIN_GATE_DEBUG',
    text: 'Set to 1 to print how long each request took, and the full stack trace of an error.',
  },
]

export const SECRETS_HINT =
  'Other users can see the flags of a process. Pass secrets in environment variables instead.'

export const EXIT_CODES: readonly Entry[] = [
  { name: '0', text: 'The site is healthy, or `--fail-on` does not name the outcome.' },
  { name: '1', text: 'The site is unhealthy, or has a warning and `--fail-on` names `warning`.' },
  { name: '2', text: 'The check could not run: wrong flag, old Node, or an error in origin-gate.' },
  { name: '3', text: 'Inconclusive: the check could not judge the site.' },
  { name: '130, 143', text: 'Stopped by SIGINT (Ctrl-C) or SIGTERM.' },
]

export const HELP_FLAGS: readonly Entry[] = [
  { name: '-h, --help [FLAG]', text: 'Print this text, or help on one flag' },
  { name: '-V, --version', text: 'Print the version' },
]

export const MERGE_USAGE = 'origin-gate merge [options] FILE...'

/** Paragraphs. */
export const MERGE_PURPOSE: readonly string[] = [
  'Makes one report of several JSON reports, such as those of a matrix of jobs. It requests nothing.',
  'Of a site that is in more than one of them, the newest result counts. A file that is missing or damaged is an error, so that no check is missed.',
]

export const MERGE_EXAMPLES: readonly Entry[] = [
  { name: 'origin-gate merge report-*.json', text: 'Print one report on the sites of all jobs:' },
  {
    name: 'origin-gate merge report-*.json --format markdown > comment.md',
    text: 'Write it as Markdown, short enough for a comment on GitHub:',
  },
]

/** What `merge` accepts as FILE. */
export const MERGE_FILES: readonly Entry[] = [
  {
    name: 'FILE',
    text: 'A file that `--report` wrote. `*` matches any part of a name, also where no shell expands it.',
  },
  { name: '-', text: 'Standard input.' },
]

export const MERGE_EXIT_CODES: readonly Entry[] = [
  { name: '0', text: 'All sites are healthy, or `--fail-on` does not name the outcome.' },
  { name: '1', text: 'A site is unhealthy, or has a warning and `--fail-on` names `warning`.' },
  { name: '2', text: 'Nothing was merged: a wrong flag, or a file that is missing or damaged.' },
  { name: '3', text: 'Inconclusive: a check could not judge its site, or was cancelled.' },
]

export const REPOSITORY = 'https://github.com/origin-gate/origin-gate'
export const DOCS = `${REPOSITORY}/blob/v1/docs/command.md`
export const SCALE_DOCS = `${REPOSITORY}/blob/v1/docs/scale.md`
