/** What differs between systems: line ends, paths, the shell of a proxy command and its processes. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from '@jest/globals'
import { parseOutputs, runAction, type Run } from '../../lab/runner/run-action.ts'
import { startWorld, type World } from '../../lab/world/world.ts'

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

const worldWith = async (inputs: Readonly<Record<string, string>>): Promise<World> =>
  (world = await startWorld({ fault: 'healthy', inputs: { wait: '0s', ...inputs } }))

const withLineEnds = (text: string): string => text.replaceAll(/\r?\n/g, '\r\n')

test('files and inputs may have the line ends and byte order marks of Windows', async () => {
  const here = await worldWith({
    url: '',
    config: 'sites.yml',
    headers: 'X-One: 1\r\nX-Two: 2\r\n',
    'expected-status': '200\r\n204\r\n',
    'origin-ca': 'windows.pem',
  })
  const at = (name: string): string => join(here.folder, name)
  const event = await readFile(at('event.json'), 'utf8')
  await writeFile(at('event.json'), `\uFEFF${withLineEnds(JSON.stringify(JSON.parse(event), null, 2))}\r\n`)
  const sites = ['/', '/?b'].map((path) => `  - url: https://www.shop.example${path}\n`)
  await writeFile(at('sites.yml'), `\uFEFF${withLineEnds(`sites:\n${sites.join('')}`)}`)
  await writeFile(at('windows.pem'), withLineEnds(await readFile(at('company-ca.pem'), 'utf8')))
  const { code, stdout, report, comments } = await runAction(here)
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('All 2 sites are healthy') })
  expect(report?.sites).toHaveLength(2)
  expect(comments).toHaveLength(1)
  const headers = here.internet.origin.requests.map((request) => request.headers)
  expect(headers).toContainEqual(expect.objectContaining({ 'x-one': '1', 'x-two': '2' }))
})

test('what the runner reads has the same line ends on every system', async () => {
  const here = await worldWith({})
  const { stdout, summary } = await runAction(here)
  const outputs = await readFile(here.env['GITHUB_OUTPUT'] ?? '', 'utf8')
  for (const text of [stdout, summary, outputs]) expect(text).not.toContain('\r')
  expect(parseOutputs(outputs)).toMatchObject({ verdict: 'healthy', promote: 'true' })
})

test('paths are those of the system', async () => {
  const here = await worldWith({
    report: join('out', 'report.json'),
    junit: join('.', 'out', 'gate.xml'),
    'origin-ca': join('.', 'company-ca.pem'),
  })
  const absolute = join(here.folder, 'out', 'gate.html')
  const { code, outputs } = await runAction(here, { inputs: { html: absolute } })
  expect([code, outputs['report']]).toEqual([0, join('out', 'report.json')])
  expect(await readFile(absolute, 'utf8')).toContain('</html>')
  expect(await readFile(join(here.folder, 'out', 'gate.xml'), 'utf8')).toContain('</testsuites>')
})

/** Connects standard input and output to a port, and notes its process. */
const RELAY = `import { connect } from 'node:net'
import { appendFileSync } from 'node:fs'
const [port, file] = process.argv.slice(2)
appendFileSync(file, process.pid + ' ')
const socket = connect(Number(port), '127.0.0.1')
process.stdin.pipe(socket).pipe(process.stdout)
socket.on('error', () => process.exit(1))
`

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Runs the Action with a proxy command in a folder whose name has a space. Resolves when its processes have ended. */
async function throughRelay(here: World, program: string): Promise<{ run: Run; processes: number }> {
  const [script, pids] = [join(here.folder, 'my relay.mjs'), join(here.folder, 'pids')]
  await writeFile(script, program)
  await writeFile(pids, '')
  const port = here.internet.labFile().routes['203.0.113.10:443']
  const command = `"${process.execPath}" "${script}" ${port} "${pids}" %h %p`
  const run = await runAction(here, { inputs: { 'origin-proxy-command': command } })
  const found = (await readFile(pids, 'utf8')).split(' ').filter((pid) => pid !== '')
  while (found.some((pid) => isRunning(Number(pid)))) await pause(20)
  return { run, processes: found.length }
}

test('a proxy command carries the direct probe, and is ended with what it started', async () => {
  const here = await worldWith({ timeout: '10s' })
  const { run, processes } = await throughRelay(here, RELAY)
  expect([run.code, run.stdout]).toEqual([0, expect.stringContaining('is healthy')])
  expect(run.outputs).toMatchObject({ verdict: 'healthy', 'origin-status': '200' })
  expect(processes).toBeGreaterThan(0)
})

test('a proxy command that never connects is ended too', async () => {
  const here = await worldWith({ timeout: '5s' })
  const { run, processes } = await throughRelay(
    here,
    RELAY.replace(/const socket[^]*/, 'setInterval(() => {}, 1000)'),
  )
  expect(run.code).toBe(0)
  expect(run.outputs['origin-status']).toBe('')
  expect(processes).toBeGreaterThan(0)
})
