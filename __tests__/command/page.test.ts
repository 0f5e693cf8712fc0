/** docs/command.md and docs/scale.md: each of their commands runs in the lab, as a person would paste it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect } from '@jest/globals'
import { EXAMPLES, MERGE_EXAMPLES } from '../../src/config/command/reference.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { storyOf } from '../report/stories.ts'
import type { FaultId } from '../../lab/scenarios/faults.ts'
import { ORIGIN_ADDRESS } from '../../lab/world/internet.ts'
import { startWorld } from '../../lab/world/world.ts'
import { NEEDS_PROGRAMS, onLinux } from '../support/platform.ts'

const { describe, test } = onLinux(NEEDS_PROGRAMS)

const ROOT = join(import.meta.dirname, '../..')
const PAGE = readFileSync(join(ROOT, 'docs/command.md'), 'utf8')
const README = readFileSync(join(ROOT, 'README.md'), 'utf8')

const commandsIn = (page: string): readonly string[] =>
  [...page.matchAll(/^```sh\n([^]*?)^```$/gm)].flatMap(([, block = '']) => block.trim().split('\n'))

const SCALE = readFileSync(join(ROOT, 'docs/scale.md'), 'utf8')

const COMMANDS = [...commandsIn(PAGE), ...commandsIn(SCALE)]

interface Expected {
  readonly code: number
  /** In standard output. */
  readonly prints: RegExp
  readonly fault?: FaultId
  /** A file that it writes, and what is in it. */
  readonly writes?: readonly [path: string, content: RegExp]
}

const DOWN = { code: 1, prints: /^✗ www\.shop\.example is down: the origin refuses connections$/m }

/** What each command does at a site whose origin refuses connections. */
const RUN: Readonly<Record<string, Expected>> = {
  'origin-gate www.example.com --origin 203.0.113.10': DOWN,
  'origin-gate --help': { code: 0, prints: /^Usage: origin-gate/ },
  'origin-gate help origin': { code: 0, prints: /^--origin ADDRESS$/m },
  'origin-gate www.example.com --origin 203.0.113.10 --wait 3m && ./promote': {
    code: 0,
    prints: /promoted/,
    fault: 'healthy',
  },
  'ORIGIN_GATE_ORIGIN=203.0.113.10 origin-gate www.example.com': DOWN,
  'origin-gate www.example.com api.example.com': { code: 1, prints: /^✗ .*2 sites|is down/m },
  'origin-gate - < urls.txt': { code: 1, prints: /is down/ },
  'origin-gate --config sites.yml': { code: 1, prints: /is down/ },
  'origin-gate www.example.com --format json | jq -r .verdict': { code: 0, prints: /^unhealthy\n$/ },
  [String.raw`origin-gate www.example.com --format json | jq -r '.sites[] | "\(.url) \(.verdict) \(.cause)"'`]:
    {
      code: 0,
      prints: /^https:\/\/www\.shop\.example\/ unhealthy origin-refused\n$/,
    },
  "origin-gate www.example.com --format json | jq -r '.sites[].remedy.steps[]?'": {
    code: 0,
    prints: /^(?:[A-Z].*\n){3,}$/,
  },
  'origin-gate www.example.com --format markdown > report.md': {
    code: 1,
    prints: /^$/,
    writes: ['report.md', /^### ❌ /],
  },
  'origin-gate www.example.com --format json | jq -e .promote': { code: 1, prints: /^false\n$/ },
  'origin-gate www.example.com --report report.json --junit junit.xml --html report.html': {
    ...DOWN,
    prints: /is down/,
    writes: ['report.html', /<!doctype html>/i],
  },
  'origin-gate www.example.com --origin 203.0.113.10 --baseline last.json --report last.json': {
    ...DOWN,
    writes: ['last.json', /"schema": ?1/],
  },
  'origin-gate www.example.com --origin 203.0.113.10 --record run.json': {
    ...DOWN,
    writes: ['run.json', /"recording"|"format"|"version"/],
  },
  'origin-gate --replay run.json': DOWN,
  'origin-gate --replay run.json --html report.html': {
    ...DOWN,
    writes: ['report.html', /<!doctype html>/i],
  },
  'origin-gate merge report-*.json': { code: 1, prints: /^✗ 1 of 2 sites is unhealthy$/m },
  'origin-gate merge report-*.json --format markdown > comment.md': {
    code: 1,
    prints: /^$/,
    writes: ['comment.md', /^### ❌ 1 of 2 sites is unhealthy\n/],
  },
  'origin-gate merge shops.json services.json': { code: 1, prints: /^✗ 1 of 2 sites is unhealthy$/m },
  "origin-gate merge 'reports/*/report.json' --html all.html --report all.json": {
    code: 1,
    prints: /^✗ 1 of 2 sites is unhealthy$/m,
    writes: ['all.html', /<!doctype html>/i],
  },
  'eval "$(origin-gate completion bash)"': { code: 0, prints: /^$/ },
  'origin-gate completion fish > ~/.config/fish/completions/origin-gate.fish': {
    code: 0,
    prints: /^$/,
    writes: ['.config/fish/completions/origin-gate.fish', /^complete -c origin-gate/m],
  },
}

/** Why no test runs these. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'npx origin-gate --help': 'needs the registry; package.test.ts runs the packed package with `npm exec`',
  'npm install --global origin-gate': 'needs the registry; package.test.ts installs the packed package',
  'export CLOUDFLARE_API_TOKEN="$(cat token.txt)"': 'runs together with the next line',
  'eval "$(origin-gate completion zsh)"': 'completion.test.ts runs it in zsh',
  'man origin-gate': 'man-page.test.ts reads the page',
  'ssh build.example.com cat report.json | origin-gate merge - shops.json':
    'needs another machine; merge.test.ts pipes a report',
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-page-'))
  await mkdir(join(folder, 'bin'))
  await symlink(join(ROOT, 'dist/command.js'), join(folder, 'bin/origin-gate'))
  await mkdir(join(folder, '.config/fish/completions'), { recursive: true })
  await writeFile(join(folder, 'promote'), '#!/bin/sh\necho promoted\n')
  await chmod(join(folder, 'promote'), 0o755)
  await writeFile(join(folder, 'token.txt'), 'a'.repeat(40))
  await writeFile(join(folder, 'urls.txt'), '# our sites\nwww.shop.example\n')
  const [first, second] = ['healthy', 'refused'].map((name) => {
    const report = storyOf(name)
    return RENDERERS.json({ ...report, sites: [{ ...report.sites[0], url: `https://${name}.example.com/` }] })
  })
  for (const name of ['a', 'b']) await mkdir(join(folder, 'reports', name), { recursive: true })
  for (const name of ['report-a.json', 'shops.json', 'reports/a/report.json'])
    await writeFile(join(folder, name), first ?? '')
  for (const name of ['report-b.json', 'services.json', 'reports/b/report.json'])
    await writeFile(join(folder, name), second ?? '')
  await writeFile(join(folder, 'sites.yml'), 'sites:\n  - url: https://www.shop.example\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs a command of the page with bash, at a site of the lab. */
async function run(command: string, fault: FaultId) {
  const world = await startWorld({ fault })
  try {
    const pasted = command
      .replaceAll('.example.com', '.shop.example')
      .replaceAll('203.0.113.10', ORIGIN_ADDRESS)
    const child = spawn('bash', ['-c', pasted], {
      cwd: folder,
      env: {
        PATH: [join(folder, 'bin'), dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
        HOME: folder,
        ORIGIN_GATE_LAB: world.env['ORIGIN_GATE_LAB'],
        NODE_EXTRA_CA_CERTS: world.env['NODE_EXTRA_CA_CERTS'],
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 25_000,
    })
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    return { code: child.exitCode, stdout, stderr }
  } finally {
    await world.close()
  }
}

test('each command of the page is run here, or not for a reason', () => {
  expect(new Set(COMMANDS)).toEqual(new Set([...Object.keys(RUN), ...Object.keys(NOT_RUN)]))
})

const withoutRest = (command: string): string => command.replace(/^npx /, '').replace(/ (?:&&|\|) .*$/, '')

test('the commands of README.md and of --help are those of the page', () => {
  const known = new Set(COMMANDS.map(withoutRest))
  const others = [...commandsIn(README), ...[...EXAMPLES, ...MERGE_EXAMPLES].map(({ name }) => name)]
    .filter((command) => /^(?:npx )?origin-gate /.test(command))
    .map(withoutRest)
  expect(others.length).toBeGreaterThan(4)
  expect(others.filter((command) => !known.has(command))).toEqual([])
})

// One after the other: some read what an earlier one has written.
describe('in the order of the page', () => {
  test.each(COMMANDS.filter((command) => RUN[command] !== undefined))('%s', async (command) => {
    const expected = RUN[command]
    const { code, stdout, stderr } = await run(command, expected?.fault ?? 'refused')
    expect([code, stderr]).toEqual([
      expected?.code,
      expect.not.stringMatching(/not a known flag|Nothing was checked/),
    ])
    expect(stdout).toMatch(expected?.prints ?? /^$/)
    const [path, content] = expected?.writes ?? []
    if (path !== undefined) {
      expect(existsSync(join(folder, path))).toBe(true)
      expect(await readFile(join(folder, path), 'utf8')).toMatch(content ?? /^$/)
    }
  })
})

describe('with only --help, the first example prints the fix', () => {
  const [first] = EXAMPLES
  test.each<[FaultId, RegExp, RegExp]>([
    ['refused', /the origin refuses connections/, /Start|start it|systemctl (?:re)?start/],
    ['app-down', /the application behind the origin's web server is down/, /[Rr]estart|Start/],
    ['expired', /the certificate has expired/, /Renew the certificate/],
    ['wrong-name', /the certificate is for another name/, /certbot|certificate (?:for|that covers)/],
    ['blocked', /the origin's firewall blocks Cloudflare/, /Allow Cloudflare's IP ranges/],
    ['no-such-host', /the name does not exist in DNS/, /[Aa]dd .*record|record/],
    ['tunnel-down', /the Cloudflare Tunnel is down/, /cloudflared/],
  ])('%s', async (fault, cause, step) => {
    const { code, stdout } = await run(first?.name ?? '', fault)
    expect(code).toBe(1)
    expect(stdout).toMatch(cause)
    expect(stdout.slice(stdout.indexOf('Next steps'))).toMatch(step)
  })
})
