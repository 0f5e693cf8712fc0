// Runs before each npm script, on any version of Node. So it uses only syntax that Node 12 knows.
// Node 12 doesn't know the prefix `node:` either.
/* oxlint-disable unicorn/prefer-node-protocol */
const { existsSync } = require('fs')
const path = require('path')

const OLDEST_NODE = 24

const installed = path.join(__dirname, '..', 'node_modules')

function fail(text) {
  console.error(text)
  process.exitCode = 2
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  // A setting of npm can keep the package `node` from running the script that fetches Node.
  const command = existsSync(path.join(installed, 'node')) ? 'npm ci --ignore-scripts=false' : 'npm ci'
  fail(
    `origin-gate needs Node ${OLDEST_NODE} or newer; this is ${process.version}. ` +
      `Run \`${command}\`, which installs Node ${OLDEST_NODE} for these scripts.`,
  )
} else if (!existsSync(installed)) {
  fail('The dependencies of the scripts are not installed. Run `npm ci`.')
}
