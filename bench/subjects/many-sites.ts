import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HOST, SITE } from '../../lab/world/internet.ts'
import type { World } from '../../lab/world/world.ts'
import { metered, nodeOf, timed, type Command, type Usage } from '../process.ts'
import { type QuickSite, routesTo } from '../site/quick-site.ts'
import { FEW_ROUNDS, ours, theirs, type Subjects } from './subject.ts'

/** The Action opens up to 48 connections at once. So does curl. */
const CONNECTIONS = 48

/** Milliseconds after which a run of ten thousand sites is stuck. */
const TIMEOUT = 600_000

/**
 * Many URLs of the quick site, all healthy, as whole processes. Times are per site, in milliseconds:
 * - `thousand`, `ten thousand`: the Action with a sites file;
 * - `thousand nearby`: a thousand right before and after the ten thousand;
 * - `thousand curl`: one curl that sends the requests to edge and origin for the same URLs.
 */
export async function manySites(
  entry: string,
  world: World,
  site: QuickSite,
  { tenThousand }: { readonly tenThousand: boolean },
): Promise<Subjects> {
  const lab = join(world.folder, 'quick.json')
  await writeFile(lab, JSON.stringify({ ...world.internet.labFile(), routes: routesTo(site) }))

  const run = async (count: number): Promise<Usage> => {
    const config = join(world.folder, `sites-${count}.yml`)
    await writeFile(config, `sites:\n${urls(count, (url) => `  - url: ${url}\n`)}`)
    return metered({
      ...nodeOf([entry], {
        ...world.env,
        ORIGIN_GATE_LAB: lab,
        INPUT_URL: '',
        INPUT_CONFIG: config,
        // The servers share the machine with the Action, so requests need more time.
        INPUT_TIMEOUT: '20s',
      }),
      prints: `All ${count} sites are healthy`,
      timeout: TIMEOUT,
    })
  }
  const curl = await curlOf(1000, world, site)
  return {
    subjects: [
      ours(async () => {
        const { elapsed, peak } = await run(1000)
        return { thousand: elapsed / 1000, 'thousand memory': peak }
      }, FEW_ROUNDS),
      theirs(async () => ({ 'thousand curl': (await timed(curl)) / 1000 }), FEW_ROUNDS),
      ...(tenThousand
        ? [
            ours(async () => {
              // Long enough for the machine to change, so it is compared with runs right before and after it.
              const before = await run(1000)
              const { elapsed, peak } = await run(10_000)
              const after = await run(1000)
              return {
                'ten thousand': elapsed / 10_000,
                'ten thousand memory': peak,
                'thousand nearby': (before.elapsed + after.elapsed) / 2000,
              }
            }, 1),
          ]
        : []),
    ],
    close: async () => undefined,
  }
}

function urls(count: number, line: (url: string) => string): string {
  return Array.from({ length: count }, (_, at) => line(`${SITE}?${at}`)).join('')
}

/** Like the Action, it opens a connection with a full TLS handshake for each request. */
async function curlOf(count: number, { folder, env }: World, { edge, origin }: QuickSite): Promise<Command> {
  const config = join(folder, 'curl.config')
  const request = (url: string, port: number): string => `
url = "${url}"
connect-to = "${HOST}:443:127.0.0.1:${port}"
cacert = "${env['NODE_EXTRA_CA_CERTS']}"
header = "Connection: close"
output = /dev/null
no-sessionid
http1.1
fail
silent
show-error
next
`
  const requests = urls(count, (url) => request(url, edge) + request(url, origin))
  // Without another request after the last `next`, curl reports an error.
  await writeFile(config, requests.replace(/next\n$/, ''))
  const args = ['--disable', '--parallel', '--parallel-max', `${CONNECTIONS}`, '--config', config]
  return { program: 'curl', args, env: { PATH: env['PATH'] ?? '' }, code: 0, prints: '', timeout: TIMEOUT }
}
