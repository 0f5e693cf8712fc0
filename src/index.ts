#!/usr/bin/env node
// Old versions of Node must be able to parse this file, so that it can print which version is needed. So it uses only
// syntax that Node 12 knows, and imports everything else late.
const OLDEST_NODE = 24

// A runner starts the Action without arguments.
const isAction = process.env['GITHUB_ACTIONS'] === 'true' && process.argv.length <= 2

function fail(text: string): void {
  process.stderr.write(`${isAction ? `::error title=Origin Gate could not run::${text}` : text}\n`)
  process.exitCode = isAction ? 1 : 2
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
  fail(`origin-gate needs Node ${OLDEST_NODE} or newer; this is ${process.version}.`)
else
  import('./main.ts').then(
    ({ main }) => main(isAction ? 'action' : 'command'),
    () =>
      fail(
        `A file of Origin Gate is missing or damaged. ${isAction ? 'Use another version of it.' : 'Install it again.'}`,
      ),
  )
