/** Commands in the steps of a remedy can be copied from every place where people read them. */
import { expect, test } from '@jest/globals'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import type { Step } from '../../src/domain/cause.ts'
import { CAUSES } from '../../src/diagnosis/causes/index.ts'
import { textOf } from '../../src/report/render/text/text.ts'
import { visiblePart } from '../../src/report/render/markdown/site.ts'
import { PLACEHOLDERS, stepHints, stepText } from '../../src/report/steps.ts'
import { report, siteReport } from '../support/github-report.ts'
import { remediesOf } from '../support/remedies.ts'

/** What is in backquotes in a text. */
const codesIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/`([^`]+)`/g), ([, inner = '']) => inner)

const asHtml = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })

/** What a browser copies of each `<code>`. */
const copied = (html: string): readonly string[] =>
  Array.from(html.matchAll(/<code>([\s\S]*?)<\/code>/g), ([, inner = '']) =>
    inner
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))
      .replaceAll('&amp;', '&'),
  )

/** Begins a command line. */
const PROGRAM =
  /^(?:aws|az|caddy|cat|certbot|chronyc|cloudflared|cp|curl|dig|docker|fail2ban-client|fly|free|gcloud|grep|haproxy|head|heroku|ip|journalctl|kubectl|nc|netlify|nft|nginx|npx|nstat|openssl|php|printf|sed|sleep|ss|sysctl|systemctl|tail|tcpdump|timedatectl|traceroute|vercel|wp)\b/

/** Words in capitals that commands use literally: methods, protocols, types of DNS records, what OpenSSL prints. */
const LITERAL: ReadonlySet<string> = new Set([
  'A',
  'AAAA',
  'CA',
  'CNAME',
  'DS',
  'GET',
  'HTTP',
  'NS',
  'SRV',
  'URI',
])

const ALL_STEPS: readonly Step[] = distinct(
  CAUSES.flatMap((cause) => [...remediesOf(cause).values()].flatMap(({ steps }) => steps)),
)

function distinct(steps: readonly Step[]): readonly Step[] {
  return [...new Map(steps.map((step) => [stepText(step), step])).values()]
}

const COMMANDS = [
  ...new Set(ALL_STEPS.flatMap((step) => codesIn(stepText(step)).filter((code) => PROGRAM.test(code)))),
]

test('each command of a step is printed in one piece', () => {
  for (let at = 0; at < ALL_STEPS.length; at += 50) {
    const [first, ...more] = ALL_STEPS.slice(at, at + 50)
    if (first === undefined) break
    const remedy = { summary: '', steps: [first, ...more], difficulty: 'easy', reference: '' } as const
    const site = siteReport({ remedy })
    const comment = new Set(copied(asHtml(visiblePart(site))))
    const terminal = textOf(report({ sites: [site] }), { width: 60 }).split('\n')
    for (const command of remedy.steps.flatMap((step) => codesIn(stepText(step)))) {
      expect({ command, copied: comment.has(command) }).toEqual({ command, copied: true })
      expect(terminal.filter((line) => line.includes(`\`${command}\``))).not.toEqual([])
    }
  }
})

test('each placeholder of a command is explained', () => {
  const known = new Set(PLACEHOLDERS.map(({ name }) => name))
  const unknown = COMMANDS.flatMap((command) =>
    Array.from(command.matchAll(/(?<![\w$./-])\$?[A-Z][A-Z_]*(?![\w-])/g), ([word]) => ({ word, command })),
  ).filter(({ word }) => !LITERAL.has(word) && !known.has(word))
  expect(unknown).toEqual([])
})

test('every placeholder is used, and explained where it is', () => {
  const text = ALL_STEPS.map(stepText).join('\n')
  for (const { name, hint } of PLACEHOLDERS) {
    expect({ name, used: text.includes(name) }).toEqual({ name, used: true })
    const users = ALL_STEPS.filter((step) => stepText(step).includes(name))
    expect(users.filter((step) => stepHints({ steps: [step] }).includes(hint))).not.toEqual([])
  }
})

test('no command has an ellipsis', () => {
  expect(COMMANDS.length).toBeGreaterThan(100)
  expect(COMMANDS.filter((command) => command.includes('…'))).toEqual([])
})
