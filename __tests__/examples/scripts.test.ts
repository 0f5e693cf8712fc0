/** The scripts of the workflows, run as GitHub's runner does, with stand-ins for the tools of the platforms. */
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import { mkdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { afterEach, expect, test } from '@jest/globals'
import { listen } from '../../lab/network/listen.ts'
import type { LabPull } from '../../lab/github/comments.ts'
import { startGithub, type LabGithub } from '../../lab/github/server.ts'
import { describeWith } from '../workflows/describe-with.ts'
import { programs } from '../workflows/tools.ts'
import { emptyShell, SHELL, type ShellRun } from './shell.ts'
import { stepsOf } from './workflows.ts'

const SHA = '5f1c0a9b8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a'

const shell = emptyShell()

/** The lines that a script wrote to GITHUB_OUTPUT. */
const outputs = (): Promise<string> => readFile(shell.path('output'), 'utf8').catch(() => '')

/** Runs the script of a step, by its id or name. */
function runStep(
  example: string,
  step: string,
  env: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>>,
): Promise<ShellRun> {
  const { run = '' } = stepsOf(example).find(({ id, name }) => id === step || name === step) ?? {}
  const github = { GITHUB_OUTPUT: shell.path('output'), GITHUB_SHA: SHA, GITHUB_REPOSITORY: 'acme/shop' }
  return shell.run(['bash', '--noprofile', '--norc', '-e', '-c', run], { ...github, ...env }, own)
}

let github: LabGithub | undefined
afterEach(async () => {
  await github?.close()
  github = undefined
})

const pull = (number: number, sha: string, label: string, state: 'open' | 'closed' = 'open'): LabPull => ({
  number,
  state,
  merged_at: null,
  head: { sha, label },
  base: { repo: { full_name: 'acme/shop' } },
})

describeWith(SHELL, await programs('gh', 'jq'))('the pull request of a fork (needs gh)', () => {
  /** A branch may have any of these characters, and more. */
  const BRANCH = 'x$(touch${IFS}pwned);`id`&state=all'

  async function find(branch: string): Promise<string> {
    github = await startGithub({
      repository: 'acme/shop',
      token: 'lab-token',
      permissions: { 'pull-requests': 'write' },
      pulls: {
        [SHA]: [pull(8, SHA, `mallory:${BRANCH}`), pull(9, SHA, 'mallory:closed', 'closed')],
        ['a'.repeat(40)]: [pull(7, 'a'.repeat(40), 'mallory:pushed-again')],
      },
    })
    const env = {
      GH_TOKEN: 'lab-token',
      // gh uses plain HTTP for this host, here through the lab's server as its proxy.
      GH_HOST: 'github.localhost',
      http_proxy: github.url,
      OWNER: 'mallory',
      BRANCH: branch,
      SHA,
    }
    expect(await runStep('fork-check', 'pull', env, {})).toEqual({ code: 0, stdout: '', stderr: '' })
    return outputs()
  }

  test('is found by the name of its branch, which is only text', async () => {
    expect(await find(BRANCH)).toBe('number=8\n')
    await expect(readFile(shell.path('pwned'))).rejects.toThrow('ENOENT')
  })

  test.each(['pushed-again', 'closed', 'unknown'])('is not found if it is %s', async (branch) => {
    expect(await find(branch)).toBe('number=\n')
  })
})

describeWith(SHELL)("the URL of a preview in wrangler's output", () => {
  test.each(['https://1a2b3c4d.shop.pages.dev', 'https://pr-7.shop.pages.dev/'])('may be %s', async (URL) => {
    expect(await runStep('wrangler', 'preview', { URL }, {})).toMatchObject({ code: 0 })
    expect(await outputs()).toBe(`url=${URL}\n`)
  })

  test.each([
    '',
    'www.example.com (custom domain)',
    'https://www.example.com (custom domain)',
    'http://1a2b3c4d.shop.pages.dev',
    'https://evil.example/.shop.pages.dev',
    'https://evil.example#x.shop.pages.dev',
    'https://user@x.shop.pages.dev',
    'https://x.shop.pages.dev\npromote=true',
    'https://x.shop.pages.dev.evil.example',
  ])('may not be %j', async (URL) => {
    const { code, stdout } = await runStep('wrangler', 'preview', { URL }, {})
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/^::error::deployment-url is not the URL of a preview/),
    ])
    expect(await outputs()).toBe('')
  })
})

describeWith(SHELL, await programs('jq'))('the address of the origin', () => {
  test.each([
    ['ip', { ip: '203.0.113.30' }, '203.0.113.30'],
    ['name', { hostname: 'k8s.lb.example.net' }, 'k8s.lb.example.net'],
  ])('of an ingress is its %s, and masked', async (_, entry, address) => {
    await writeFile(
      shell.path('ingress.json'),
      JSON.stringify({ status: { loadBalancer: { ingress: [entry] } } }),
    )
    const { code, stdout } = await runStep('kubernetes', 'ingress', {}, { kubectl: 'cat ingress.json' })
    expect([code, stdout, await outputs()]).toEqual([0, `::add-mask::${address}\n`, `address=${address}\n`])
  })

  test('of an ingress without one fails the job', async () => {
    await writeFile(shell.path('ingress.json'), JSON.stringify({ status: { loadBalancer: {} } }))
    const { code } = await runStep('kubernetes', 'ingress', {}, { kubectl: 'cat ingress.json' })
    expect([code, await outputs()]).toEqual([1, ''])
  })

  test('of a load balancer is its name, and masked', async () => {
    const { stdout } = await runStep('load-balancer', 'balancer', {}, { aws: 'echo web-1.elb.amazonaws.com' })
    expect([stdout, await outputs()]).toEqual([
      '::add-mask::web-1.elb.amazonaws.com\n',
      'name=web-1.elb.amazonaws.com\n',
    ])
  })
})

describeWith(SHELL, await programs('jq'))('the deploy to ECS', () => {
  test('registers the task with the new image, without what only the response has, and waits', async () => {
    const old = {
      family: 'web',
      taskDefinitionArn: 'arn:aws:ecs:eu-central-1:111122223333:task-definition/web:6',
      revision: 6,
      status: 'ACTIVE',
      registeredAt: '2026-11-29T10:00:00Z',
      registeredBy: 'arn:aws:iam::111122223333:role/deploy',
      compatibilities: ['FARGATE'],
      requiresAttributes: [{ name: 'com.amazonaws.ecs.capability.ecr-auth' }],
      containerDefinitions: [{ name: 'web', image: 'old', memory: 512 }],
    }
    await writeFile(shell.path('response.json'), JSON.stringify(old))
    const aws =
      'echo "$*" >> calls\ncase $2 in describe-*) cat response.json ;; register-*) echo arn:7 ;; esac'
    const { code } = await runStep('load-balancer', 'Deploy', { IMAGE: 'registry.example/web' }, { aws })
    expect(code).toBe(0)
    expect(JSON.parse(await readFile(shell.path('new.json'), 'utf8'))).toEqual({
      family: 'web',
      containerDefinitions: [{ name: 'web', image: `registry.example/web:${SHA}`, memory: 512 }],
    })
    const calls = (await readFile(shell.path('calls'), 'utf8')).trim().split('\n')
    expect(calls.slice(2)).toEqual([
      'ecs update-service --cluster web --service web --task-definition arn:7',
      'ecs wait services-stable --cluster web --services web',
    ])
  })
})

/** Calls a webhook that returns this status. `seen` is the request. */
async function call(status: number): Promise<{ readonly run: ShellRun; readonly seen: unknown }> {
  let seen: unknown
  const server = createServer((request, response) => {
    seen = [request.method, request.headers.authorization, request.url]
    response.writeHead(status).end('queued')
  })
  const { port, close } = await listen(server)
  const env = { WEBHOOK: `http://127.0.0.1:${port}/api/v1/deploy?uuid=a&force=false`, TOKEN: '3|abcDEF' }
  const run = await runStep('webhook', 'Deploy with Coolify', env, {})
  await close()
  return { run, seen }
}

describeWith(SHELL, await programs('curl'))('the webhook', () => {
  test('gets the token in a header', async () => {
    const { run, seen } = await call(200)
    expect(run).toEqual({ code: 0, stdout: 'queued', stderr: '' })
    expect(seen).toEqual(['POST', 'Bearer 3|abcDEF', '/api/v1/deploy?uuid=a&force=false'])
  })

  test('fails the job if it is rejected', async () => {
    expect((await call(403)).run.code).not.toBe(0)
  })
})

describeWith(SHELL)('the rollback', () => {
  /** Runs the command here, on files of the test in place of those of the server. */
  const ssh = 'shift\neval "$(printf %s "$*" | sed "s|/srv|$HOME/srv|g")"'
  const server = { ssh, rsync: 'exit 0' }
  const secrets = { SERVER: 'deploy@203.0.113.20', KEY: 'key', HOST_KEY: 'host key' }

  test('restores what ran before the deploy', async () => {
    await mkdir(shell.path('srv'))
    await symlink('/srv/releases/old', shell.path('srv', 'current'))
    expect(await runStep('rollback', 'deploy', secrets, server)).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await outputs()).toBe('before=/srv/releases/old\n')
    expect(await readlink(shell.path('srv', 'current'))).toBe(`/srv/releases/${SHA}`)
    const before = { ...secrets, BEFORE: '/srv/releases/old' }
    expect(await runStep('rollback', 'rollback', before, server)).toMatchObject({ code: 0 })
    expect(await readlink(shell.path('srv', 'current'))).toBe('/srv/releases/old')
  })

  test('deploys nothing if it is unknown what runs now', async () => {
    await mkdir(shell.path('srv'))
    expect((await runStep('rollback', 'deploy', secrets, server)).code).not.toBe(0)
    await expect(readlink(shell.path('srv', 'current'))).rejects.toThrow('ENOENT')
  })
})

/** It has no `--version`. */
const SSH = { missing: spawnSync('ssh', ['-V']).error === undefined ? undefined : 'ssh is not installed' }

describeWith(SHELL, SSH)('the configuration of ssh', () => {
  test.each([
    ['bastion', 'Set up ssh', 'hostname 203.0.113.10\nuser deploy\nproxyjump bastion'],
    [
      'tunnel',
      'Set up cloudflared and ssh',
      'hostname ssh.example.com\nuser deploy\nproxycommand cloudflared access ssh --hostname %h',
    ],
  ])('of %s is what ssh reads', async (example, step, lines) => {
    const env = {
      KEY: 'private key',
      HOST_KEYS: 'host keys',
      HOST_KEY: 'host key',
      BASTION: 'bastion.example.com',
      ORIGIN: '203.0.113.10',
    }
    // Nothing is installed or fetched.
    const own = { sudo: 'cat > /dev/null', curl: 'echo keyring' }
    expect(await runStep(example, step, env, own)).toMatchObject({ code: 0, stderr: '' })
    const config = shell.path('.ssh', 'config')
    const { stdout } = await shell.run(['sh', '-c', `ssh -G -F '${config}' server`], {}, {})
    for (const line of lines.split('\n')) expect(stdout.split('\n')).toContain(line)
    expect(stdout).toContain('\nbatchmode yes\n')
    expect(await readFile(shell.path('.ssh', 'deploy'), 'utf8')).toBe('private key\n')
  })
})
