import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { Readable, Writable } from 'node:stream'

/** Debian's package and others have these names. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of a Chromium; undefined if none is installed. */
export function installedChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export interface Look {
  readonly scheme?: 'light' | 'dark'
  readonly media?: 'screen' | 'print'
  /** In CSS pixels. */
  readonly width?: number
  /** Whether scripts of the page run. */
  readonly scripts?: boolean
}

/** An open page. */
export interface Page {
  /** The value of an expression in the page, which must have a JSON form. Its promise is awaited. */
  readonly evaluate: (expression: string) => Promise<unknown>
  readonly show: (look: Look) => Promise<void>
  /** The URLs of everything that the page requested, itself included. */
  readonly requests: readonly string[]
  /** What the page wrote to the console, such as violations of its policy. */
  readonly messages: readonly string[]
  readonly close: () => Promise<void>
}

export interface Browser {
  readonly open: (url: string, look?: Look) => Promise<Page>
  readonly close: () => Promise<void>
}

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly message: string }
}

const ENDED: Message = { error: { message: 'Chromium has ended' } }

/**
 * Starts a headless Chromium, driven by the DevTools protocol over pipes.
 *
 * @param port of a loopback server that gets every request, whatever its host is
 */
export async function startBrowser(path: string, port: number): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'origin-gate-chromium-'))
  const child = spawn(
    path,
    [
      '--headless=new',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
      '--no-proxy-server',
      '--no-first-run',
      '--no-default-browser-check',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-extensions',
      // Otherwise Chromium itself blocks what a page requests from loopback.
      '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,PrivateNetworkAccessSendPreflights',
      '--force-prefers-reduced-motion',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const [, , , commands, replies] = child.stdio
  if (!(commands instanceof Writable) || !(replies instanceof Readable))
    throw new Error('Chromium has no pipes')
  const waiting = new Map<number, (message: Message) => void>()
  const listeners = new Set<(message: Message) => void>()
  let ended = false
  const exited = new Promise<void>((resolve) => {
    const end = (): void => {
      ended = true
      for (const reply of waiting.values()) reply(ENDED)
      resolve()
    }
    child.once('exit', end)
    child.once('error', end)
  })
  commands.on('error', () => undefined)
  readMessages(replies, (message) => {
    if (message.id === undefined) for (const listen of listeners) listen(message)
    else waiting.get(message.id)?.(message)
  })
  let last = 0
  const send = async (
    method: string,
    params: Readonly<Record<string, unknown>> = {},
    sessionId?: string,
  ): Promise<Readonly<Record<string, unknown>>> => {
    const id = (last += 1)
    const replied = new Promise<Message>((resolve) => {
      if (ended) resolve(ENDED)
      else waiting.set(id, resolve)
    })
    commands.write(
      `${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`,
    )
    const { result = {}, error } = await replied
    waiting.delete(id)
    if (error !== undefined) throw new Error(`${method}: ${error.message}`)
    return result
  }
  return {
    open: (url, look) => openPage(send, listeners, url, look),
    close: async () => {
      await send('Browser.close').catch(() => child.kill('SIGKILL'))
      await exited
      // Its helpers may still write to the profile.
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
    },
  }
}

type Send = (
  method: string,
  params?: Readonly<Record<string, unknown>>,
  sessionId?: string,
) => Promise<Readonly<Record<string, unknown>>>

async function openPage(
  send: Send,
  listeners: Set<(message: Message) => void>,
  url: string,
  look: Look = {},
): Promise<Page> {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  const session = String(sessionId)
  const requests: string[] = []
  const messages: string[] = []
  const loads = new EventEmitter()
  const listen = ({ sessionId: from, method, params = {} }: Message): void => {
    if (from !== session) return
    if (method === 'Network.requestWillBeSent') requests.push(urlOf(params['request']))
    if (method === 'Log.entryAdded') messages.push(JSON.stringify(params['entry']))
    if (method === 'Runtime.consoleAPICalled') messages.push(JSON.stringify(params['args']))
    if (method === 'Runtime.exceptionThrown') messages.push(JSON.stringify(params['exceptionDetails']))
    if (method === 'Page.javascriptDialogOpening') {
      messages.push(`dialog: ${String(params['message'])}`)
      void send('Page.handleJavaScriptDialog', { accept: true }, session)
    }
    if (method === 'Page.lifecycleEvent' && params['name'] === 'load') loads.emit('load', params['loaderId'])
  }
  listeners.add(listen)
  const show = async ({ scheme, media, width, scripts }: Look): Promise<void> => {
    await send(
      'Emulation.setEmulatedMedia',
      {
        media: media ?? '',
        features: [{ name: 'prefers-color-scheme', value: scheme ?? 'light' }],
      },
      session,
    )
    if (width !== undefined)
      await send(
        'Emulation.setDeviceMetricsOverride',
        { width, height: 900, deviceScaleFactor: 1, mobile: false },
        session,
      )
    if (scripts !== undefined)
      await send('Emulation.setScriptExecutionDisabled', { value: !scripts }, session)
  }
  for (const domain of ['Page', 'Network', 'Log', 'Runtime']) await send(`${domain}.enable`, {}, session)
  await send('Page.setLifecycleEventsEnabled', { enabled: true }, session)
  await show(look)
  // The blank page before it has loaded too, so the reply says which one to wait for.
  const loaded = new Set<unknown>()
  loads.on('load', (id) => loaded.add(id))
  const { loaderId } = await send('Page.navigate', { url }, session)
  while (!loaded.has(loaderId)) await once(loads, 'load')
  // Without a frame, text below the fold has no layout yet.
  await send('Page.captureScreenshot', { clip: { x: 0, y: 0, width: 1, height: 1, scale: 1 } }, session)
  return {
    requests,
    messages,
    show,
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await send(
        'Runtime.evaluate',
        { expression, returnByValue: true, awaitPromise: true },
        session,
      )
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails))
      return valueOf(result)
    },
    close: async () => {
      listeners.delete(listen)
      await send('Target.closeTarget', { targetId })
    },
  }
}

function urlOf(request: unknown): string {
  return typeof request === 'object' && request !== null && 'url' in request ? String(request.url) : ''
}

function valueOf(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'value' in result ? result.value : undefined
}

/** Messages of the protocol end with a zero byte. */
function readMessages(stream: Readable, handle: (message: Message) => void): void {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (text: string) => {
    const parts = (rest + text).split('\0')
    rest = parts.pop() ?? ''
    for (const part of parts) handle(JSON.parse(part))
  })
}
