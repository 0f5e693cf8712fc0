import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { SERVERS } from '../../src/diagnosis/servers/index.ts'
import { runProgram } from '../../lab/network/programs.ts'
import { missingPackages } from '../../lab/origins/programs/program.ts'
import { CHECKERS, check, makeFolder, versionOf, type Checked } from './checkers.ts'
import { isCommand } from './commands.ts'
import { PLACES, type Place } from './places.ts'
import { snippetsOf } from './snippets.ts'
import { UNCHECKED } from './unchecked.ts'
import { NEEDS_PROGRAMS, onLinux } from '../support/platform.ts'

const NAMES: readonly Checked[] = ['nginx', 'Apache', 'HAProxy', 'Caddy']

/** The configuration of a server, in the table. */
const directivesOf = (name: string): readonly string[] => {
  const how = SERVERS.find((server) => server.name === name)?.how ?? {}
  return [...new Set(Object.values(how).flatMap(snippetsOf))].filter((snippet) => !isCommand(snippet))
}

/** Not directives. */
const OTHER: Readonly<Record<Checked, readonly string[]>> = {
  nginx: [],
  Apache: ['drop'],
  HAProxy: [],
  Caddy: [],
}

const withTypo = (snippet: string, { typo }: Place): string => typo ?? snippet.replace(/[A-Za-z_]{3,}/, '$&x')

let made: Awaited<ReturnType<typeof makeFolder>>
beforeAll(async () => {
  made = await makeFolder()
})
afterAll(() => made.remove())

for (const name of NAMES) {
  const missing = await missingPackages([CHECKERS[name].package])
  const here = onLinux(NEEDS_PROGRAMS, missing.length === 0 ? undefined : `${name} is not installed`).describe
  const version = missing.length === 0 ? await versionOf(name) : 0

  here(`${name}'s own check`, () => {
    test('every directive of the table has a place in a configuration', () => {
      const places = [...Object.keys(PLACES[name]), ...OTHER[name]]
      expect(directivesOf(name).toSorted()).toEqual(places.toSorted())
    })

    test.concurrent.each(Object.entries(PLACES[name]))(
      'accepts `%s`, and rejects it with a typo',
      async (snippet, place) => {
        const { configuration, since = 0, typo } = place
        // The output shows why, if this fails.
        const right = await check(name, made.folder, configuration(snippet))
        expect(right).toEqual({ ...right, valid: version >= since })
        if (typo === 'none') return
        const wrong = await check(name, made.folder, configuration(withTypo(snippet, place)))
        expect(wrong).toEqual({ ...wrong, valid: false })
      },
    )
  })
}

test('the settings of every other server have a reason why they are not checked here, and a source', () => {
  const others = SERVERS.map(({ name }) => name).filter((name) => !Object.hasOwn(CHECKERS, name))
  expect([...Object.keys(UNCHECKED), 'Varnish'].toSorted()).toEqual(others.toSorted())
  for (const [reason, source] of Object.values(UNCHECKED)) {
    expect(reason).toMatch(/^(has|is|needs) /)
    expect(source).toMatch(/^https:/)
  }
})

/** VCL with this line in its backend. */
const backendWith = (line: string): string =>
  `vcl 4.1; backend default { .host = "127.0.0.1"; .port = "9000"; ${line} }`
const varnishAccepts = async (vcl: string, ...args: readonly string[]): Promise<boolean> => {
  const file = join(made.folder, 'default.vcl')
  await writeFile(file, vcl)
  return (await runProgram(['varnishd', '-j', 'none', '-C', '-f', file, ...args])).code === 0
}

const noVarnish = await missingPackages(['varnish'])
const onVarnish = onLinux(
  NEEDS_PROGRAMS,
  noVarnish.length === 0 ? undefined : 'Varnish is not installed',
).test
onVarnish("Varnish's own check accepts its settings, and rejects them with a typo", async () => {
  expect(await varnishAccepts(backendWith('.first_byte_timeout = 120s;'))).toBe(true)
  expect(await varnishAccepts(backendWith('.first_byte_timeoutx = 120s;'))).toBe(false)
  const parameters = directivesOf('Varnish').filter((snippet) => snippet.startsWith('-p '))
  expect(parameters.length).toBeGreaterThan(0)
  for (const parameter of parameters) {
    expect(await varnishAccepts(backendWith(''), ...parameter.split(' '))).toBe(true)
    expect(await varnishAccepts(backendWith(''), ...parameter.replace('=', 'x=').split(' '))).toBe(false)
  }
})
