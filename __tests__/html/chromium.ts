import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import { listen, type Listening } from '../../lab/network/listen.ts'
import { installedChromium, startBrowser, type Browser } from './browser.ts'
import { onLinux } from '../support/platform.ts'

const path = installedChromium()

/** What the tests of a file share. */
export interface Chromium {
  readonly browser: Browser
  /** For the pages. */
  readonly folder: string
  /** The URLs of requests to any host whose path starts with `/og-`. Others are Chromium's own. */
  readonly received: readonly string[]
}

/**
 * Tests in one Chromium, all of whose requests go to a server of the test. In CI it must be installed.
 *
 * @param define defines the tests. The function that it gets may only be called in them
 */
export function describeInChromium(name: string, define: (chromium: () => Chromium) => void): void {
  const here = onLinux('it runs Chromium', path === undefined ? 'Chromium is not installed' : undefined)
  here.describe(`${name}${here.because}`, () => {
    let started: (Chromium & { readonly server: Listening }) | undefined
    beforeAll(async () => {
      if (path === undefined) throw new Error('Install a Chromium, such as the Debian package `chromium`.')
      const received: string[] = []
      const server = await listen(
        createServer((request, response) => {
          const { url = '', headers } = request
          if (url.startsWith('/og-')) received.push(`http://${headers.host}${url}`)
          response.end()
        }),
      )
      const folder = await mkdtemp(join(tmpdir(), 'origin-gate-html-'))
      started = { browser: await startBrowser(path, server.port), folder, received, server }
    }, 60_000)
    afterAll(async () => {
      await started?.browser.close()
      await started?.server.close()
      if (started !== undefined) await rm(started.folder, { recursive: true })
    }, 60_000)
    define(() => {
      if (started === undefined) throw new Error('Chromium has not started')
      return started
    })
  })
}
