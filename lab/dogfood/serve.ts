/**
 * The site of a scenario, and a GitHub with this repository, for the steps that follow. A runner always sets
 * `GITHUB_API_URL`, so this GitHub has its real name, behind a proxy that knows no other host.
 */
import { createServer } from 'node:http'
import { listen } from '../network/listen.ts'
import { startProxy } from '../network/proxy.ts'
import { ORIGIN_ADDRESS, SITE } from '../world/internet.ts'
import { startWorld } from '../world/world.ts'
import { pullRequestOfJob, scenarioOfJob, setOutputs, variable } from './job.ts'

/** Milliseconds after which it ends in any case. */
const LIFETIME = 600_000

const repository = variable('GITHUB_REPOSITORY')
const sha = variable('GITHUB_SHA')
const proxy = await startProxy()
const world = await startWorld({
  scenario: scenarioOfJob(),
  proxy,
  github: {
    repository,
    permissions: { 'pull-requests': 'write' },
    pulls: {
      [sha]: [
        {
          number: pullRequestOfJob(),
          state: 'open',
          merged_at: null,
          head: { sha },
          base: { repo: { full_name: repository } },
        },
      ],
    },
  },
})

async function stop(): Promise<void> {
  await Promise.all([world.close(), proxy.close()])
  process.exit()
}

/** GET reads the comments of its GitHub, DELETE stops it. */
const control = await listen(
  createServer(({ method }, response) => {
    response.end(JSON.stringify(world.github.comments))
    if (method === 'DELETE') response.once('close', () => void stop())
  }),
)
setTimeout(() => void stop(), LIFETIME)

// A site that recovers starts to do so when the first request reaches its origin.
const starting = setInterval(() => {
  if (world.internet.origin.requests.length === 0) return
  clearInterval(starting)
  world.startChanges()
}, 20)

setOutputs({
  control: `http://127.0.0.1:${control.port}/`,
  network: world.env['ORIGIN_GATE_LAB'] ?? '',
  authorities: world.env['NODE_EXTRA_CA_CERTS'] ?? '',
  proxy: proxy.url,
  url: SITE,
  origin: ORIGIN_ADDRESS,
  token: world.env['INPUT_GITHUB-TOKEN'] ?? '',
})
process.send?.('ready')
