/** What a proxy command gets to know, and what others get to know about it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { missingSshd, startSshd } from '../../../lab/bastion/sshd.ts'
import { freeEndpoint } from '../../../lab/network/free-port.ts'
import { namespaceCommand } from '../../../lab/network/namespace.ts'
import { namespaceProblem } from '../../../lab/network/namespace-support.ts'
import { runProgram } from '../../../lab/network/programs.ts'
import { makeClientCertificate } from '../../../lab/tls/authorities.ts'
import { runAction, type Run } from '../../../lab/runner/run-action.ts'
import { SITE } from '../../../lab/world/internet.ts'
import { startWorld, type World } from '../../../lab/world/world.ts'
import { leaksIn, ORIGIN_SPELLINGS, readableTexts } from '../../support/leaks.ts'
import { command } from '../../support/program.ts'
import { missingPrograms, startCountingOrigin, type CountingOrigin } from '../../support/proxied.ts'
import { NEEDS_PROGRAMS, NO_SHELL, onLinux, onPosix } from '../../support/platform.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ fault: 'healthy', inputs: { wait: '0s', timeout: '5s' } })
})
afterAll(() => world.close())

const inputs = (values: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))

const runWith = (
  values: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<Run> => runAction({ ...world, env: { ...world.env, ...inputs(values), ...env } })

const at = (name: string): string => join(world.folder, name)

/** A command that writes what it and everyone else on the machine can read, and then carries the connection. */
const spy = (): string =>
  `env >>${at('environment')}; cat /proc/[0-9]*/cmdline >>${at('arguments')} 2>/dev/null; exec nc %h %p`

/** The content of a file that the command wrote. Removes it. */
async function written(name: string): Promise<string> {
  const text = await readFile(at(name), 'utf8')
  await rm(at(name))
  return text
}

const withProc = onLinux('it reads the list of processes in /proc', await missingPrograms('nc'))

withProc.describe(`a proxy command${withProc.because}`, () => {
  let origin: CountingOrigin
  beforeAll(async () => {
    origin = await startCountingOrigin(world)
  })
  afterAll(() => origin.close())

  /** Every secret that a workflow can give, each in a spelling of its own. */
  const secrets = {
    headers: 'X-Gate: header-7f1e0c55d2a94b61',
    'access-client-id': 'access-id-90b3c1d7e24f.access',
    'access-client-secret': 'b1946ac92492d2347c6235b4d2611184b1946ac92492d2347c6235b4d2611184',
    'cloudflare-api-token': 'cfapi_Jk8sVq2mXz4Lw7Rt1Yp9Bn3Hd6Gf5Ce0Ua2Si',
    'globalping-token': 'glob4lp1ngt0kenq8w7e6r5t4y3u2i1',
    'github-token': 'ghs_Zx9cVb8nMa7sDf6gHj5kLq4wEr3tYu2iOp1A',
  } as const
  const found = (text: string, ...more: readonly string[]): readonly string[] =>
    [...Object.values(secrets).map((value) => value.replace('X-Gate: ', '')), ...more].filter((secret) =>
      text.includes(secret),
    )

  test('of the Action gets no input and no token, and no process has a secret in its arguments', async () => {
    const client = makeClientCertificate(world.internet.authorities.originPull)
    // A line of the key.
    const [, key = ''] = client.key.split('\n')
    expect(key.length).toBeGreaterThan(30)
    const run = await runWith(
      {
        ...secrets,
        origin: `127.0.0.1:${origin.port}`,
        'origin-proxy-command': spy(),
        'client-certificate': client.cert,
        'client-key': client.key,
      },
      {
        // What other steps may have set for the whole job.
        CLOUDFLARE_API_TOKEN: secrets['cloudflare-api-token'],
        GITHUB_TOKEN: secrets['github-token'],
        KUBECONFIG: '/home/runner/.kube/config',
        ACTIONS_RUNTIME_TOKEN: 'eyJhbGciOiJSUzI1NiJ9.runtime.token',
      },
    )
    expect(run.outputs).toMatchObject({ verdict: 'healthy' })
    expect(run.report?.sites[0].probes.origins).toMatchObject([{ status: 200 }])
    const environment = await written('environment')
    expect(found(environment, key)).toEqual([])
    expect(environment).not.toMatch(
      /^(?:INPUT_|ORIGIN_GATE_|ACTIONS_RUNTIME_TOKEN|GITHUB_OUTPUT|GITHUB_ENV)/m,
    )
    expect(environment).toMatch(/^PATH=/m)
    expect(environment).toMatch(/^HOME=/m)
    expect(environment).toMatch(/^KUBECONFIG=/m)
    expect(found(await written('arguments'), key)).toEqual([])
  })

  test('of the command gets no setting and no token', async () => {
    const { code } = await command(
      world,
      [SITE, '--origin', `127.0.0.1:${origin.port}`, '--wait', '0s', '--origin-proxy-command', spy()],
      {
        ORIGIN_GATE_HEADERS: secrets.headers,
        ORIGIN_GATE_ACCESS_CLIENT_ID: secrets['access-client-id'],
        ORIGIN_GATE_ACCESS_CLIENT_SECRET: secrets['access-client-secret'],
        CLOUDFLARE_API_TOKEN: secrets['cloudflare-api-token'],
      },
    )
    expect(code).toBe(0)
    const environment = await written('environment')
    expect(found(environment)).toEqual([])
    expect(environment).not.toMatch(/^ORIGIN_GATE_/m)
    expect(found(await written('arguments'))).toEqual([])
  })
})

const noSshd = (await missingSshd()) ?? (await namespaceProblem())
const withSshd = onLinux(NEEDS_PROGRAMS, noSshd)

withSshd.describe(`what ssh complains about stays hidden${withSshd.because}`, () => {
  let keys: string
  beforeEach(async () => {
    keys = await mkdtemp(join(tmpdir(), 'jump-keys-'))
  })
  afterEach(() => rm(keys, { recursive: true, force: true }))

  test.each([
    ['rejects-key', 'rejects the user or the key'],
    ['new-host-key', 'host key of the bastion is unknown or has changed'],
    ['no-forwarding', 'does not allow connections to the origin'],
    ['closed', 'refuses the connection'],
  ] as const)('when the bastion is in the state %s', async (state, says) => {
    const endpoint = await freeEndpoint()
    const sshd = await startSshd({ folder: keys, endpoint, state })
    const [html, junit] = [at('report.html'), at('junit.xml')]
    try {
      const run = await runWith(
        {
          'origin-proxy-command': `ssh -v -F ${keys}/ssh_config -W %h:%p jump.acme.internal`,
          html,
          junit,
        },
        // The debug log of a job, too.
        { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' },
      )
      expect(run.outputs).toMatchObject({ verdict: 'healthy', warnings: '1' })
      expect(run.report?.warnings).toMatchObject([
        { id: 'runner-offline', text: expect.stringContaining(says) },
      ])
      const hidden = [
        'jump.acme.internal',
        'jump-keys-',
        'ssh_config',
        'user-key',
        'deploy',
        `port ${endpoint.port}`,
        `:${endpoint.port}`,
        'SHA256:',
        ...ORIGIN_SPELLINGS,
      ]
      const files = { html: await readFile(html, 'utf8'), junit: await readFile(junit, 'utf8') }
      // The workflow of the lab's job is named deploy.
      const texts = Object.entries({ ...readableTexts(run), ...files }).map(
        ([place, text]) => [place, text.replaceAll(/deploy(?:ment|ed|s)|\bdeploy\b(?!@)/g, '')] as const,
      )
      const leaks = texts.flatMap(([place, text]) =>
        hidden
          .filter((secret) => (typeof secret === 'string' ? text.includes(secret) : secret.test(text)))
          .map((secret) => `${place}: ${secret}`),
      )
      expect(leaks).toEqual([])
    } finally {
      await sshd.close()
    }
  })
})

onPosix(NO_SHELL).test(
  'a command that prints an endless hostile text changes nothing but the warning',
  async () => {
    const hostile = [
      'printf "\\033]0;owned\\007\\n::error::owned\\n::set-output name=promote::true\\n## owned <script>owned</script>\\n" >&2',
      // More than a pipe and more than is kept.
      'head -c 3000000 /dev/zero | tr "\\0" o >&2',
      'printf "\\nowned@10.1.2.3: Permission denied (publickey).\\n" >&2',
      'exit 255',
    ].join('; ')
    const run = await runWith({ 'origin-proxy-command': hostile })
    expect(run.outputs).toMatchObject({ verdict: 'healthy', promote: 'true', warnings: '1' })
    expect(leaksIn(run, ['owned', '10.1.2.3', 'ooooooo', '\u001B]0'])).toEqual([])
  },
)

const noNamespace = await namespaceProblem()
const inNamespace = onLinux('it has network namespaces', noNamespace ?? noSshd)

inNamespace.describe(`an origin behind a bastion${inNamespace.because}`, () => {
  test('has a name that nothing on the runner looks up', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'origin-gate-test-'))
    const script = fileURLToPath(new URL('../../support/lookup-probe.ts', import.meta.url))
    const id = 'healthy-behind-a-bastion-by-an-internal-name'
    const { stdout, stderr } = await runProgram(
      await namespaceCommand(folder, [process.execPath, script, id]),
      {
        env: { ORIGIN_GATE_NAMESPACE: folder },
        limit: 60_000,
      },
    )
    await rm(folder, { recursive: true, force: true })
    expect(stderr).toBe('')
    const seen: { readonly verdict: string; readonly names: readonly string[] } = JSON.parse(stdout)
    expect(seen.verdict).toBe('healthy')
    expect(seen.names).toContain('www.shop.example')
    expect(seen.names.filter((name) => /internal|web-7/.test(name))).toEqual([])
  })
})
