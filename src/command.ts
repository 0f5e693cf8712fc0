#!/usr/bin/env node
// What the package installs as `origin-gate`. As in `index.ts`, old versions of Node must be able to parse this file,
// so it imports everything else late. In a workflow, it is still the command: the package has no code of the Action.
const OLDEST_NODE = 24

function fail(text: string): void {
  process.stderr.write(`${text}\n`)
  process.exitCode = 2
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
  fail(`origin-gate needs Node ${OLDEST_NODE} or newer; this is ${process.version}.`)
else
  import('./main.ts').then(
    ({ main }) => main('command'),
    () => fail('A file of Origin Gate is missing or damaged. Install it again.'),
  )
