#!/usr/bin/env node
// What the package installs as `origin-gate`. As in `index.ts`, old versions of Node must be able to parse this file,
// and everything else is imported late. In a workflow it is the command too: the package lacks what only the Action
// needs.
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
