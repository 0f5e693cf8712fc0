import { expect, test } from '@jest/globals'
import { flagHelp } from '../../src/config/command/help.ts'
import { flagWords } from '../../src/config/command/flag-words.ts'
import { COMMAND_ROWS } from '../../src/config/command/rows.ts'
import { CAUSES } from '../../src/diagnosis/causes/index.ts'
import { stepText } from '../../src/report/steps.ts'
import { remediesOf } from '../support/remedies.ts'

test.each([
  ['Set the `origin` input to distinguish them.', 'Set `--origin` to distinguish them.'],
  ['Set `origin-host` and `origin-sni`.', 'Set `--origin-host` and `--origin-sni`.'],
  ['Check the spelling of the `url` input.', 'Check the spelling of the URL.'],
  ['Check that host with its own `url` and `origin`.', 'Check that host with its own URL and `--origin`.'],
  ['A wrong `url` in the workflow.', 'A wrong URL.'],
  ['Correct `origin` in the workflow if the record is right.', 'Correct `--origin` if the record is right.'],
  ['one hidden name (`show-origin: true` shows it)', 'one hidden name (`--show-origin` shows it)'],
  ['Set `check-assets: false`.', 'Set `--check-assets false`.'],
  ['for example: `expected-status: 200-399, 404`', "for example: `--expected-status '200-399, 404'`"],
  ['`headers: "X-Gate: ${{ secrets.GATE_TOKEN }}"`', '`ORIGIN_GATE_HEADERS="X-Gate: $GATE_TOKEN"`'],
  ['`origin: ${{ secrets.ORIGIN }}`', '`ORIGIN_GATE_ORIGIN=$ORIGIN`'],
  ['`origin-proxy-command: ssh -W %h:%p jump`', "`ORIGIN_GATE_ORIGIN_PROXY_COMMAND='ssh -W %h:%p jump'`"],
  ['↩ Undo: delete its line in `headers`.', '↩ Undo: unset it.'],
  ['`SECRET` is the text of the secret `GATE_TOKEN`.', '`SECRET` is the value of `$GATE_TOKEN`.'],
  [
    'Pass the token to this step from secrets: `access-client-id` and `access-client-secret`. ↩ Undo: remove both inputs.',
    'Pass the token in the environment: `CF_ACCESS_CLIENT_ID` and `CF_ACCESS_CLIENT_SECRET`. ↩ Undo: unset both.',
  ],
  ['With `cloudflare-api-token`, this check', 'With `CLOUDFLARE_API_TOKEN`, this check'],
  ['give this step a longer `wait`.', 'use a longer `--wait`.'],
  ['↩ Undo: restore the input.', '↩ Undo: restore the flag.'],
])('the command says %j as %j', (text, words) => {
  expect(flagWords(text)).toBe(words)
})

test.each([
  '`curl -si https://www.shop.example/`',
  'the origin is down',
  '`origin-refused`',
  '`timeout queue`',
])('%j does not name an input, and stays', (text) => {
  expect(flagWords(text)).toBe(text)
})

test('no advice in the command names an input or a workflow', () => {
  const names = new RegExp(`\`(?:${COMMAND_ROWS.map(({ name }) => name).join('|')})(?:: [^\`]*)?\``)
  const remedies = CAUSES.flatMap((cause) => [...remediesOf(cause).values()])
  const advice = [
    CAUSES.flatMap(({ lookalikes }) => lookalikes.map(({ distinguishedBy }) => distinguishedBy)),
    remedies.map(({ summary }) => summary),
    remedies.flatMap(({ steps }) => steps.map(stepText)),
    remedies.map(({ avoid }) => avoid ?? ''),
  ]
    .flat()
    .map(flagWords)
  expect(
    advice.filter((text) => names.test(text) || /\binputs?\b|\bthe workflow\b|secrets\./.test(text)),
  ).toEqual([])
})

test.each(COMMAND_ROWS.map(({ name }) => [name]))('the help of --%s names no input', (name) => {
  const row = COMMAND_ROWS.find((row) => row.name === name)
  if (row === undefined) throw new TypeError(name)
  expect(flagHelp(row, 100)).not.toMatch(
    /\b(?:the|this) inputs?\b|\bthe step\b|`cloudflare-api-token`|`headers`/,
  )
})
