// Runs `npm ci` if the dependencies are missing or older than package-lock.json. Like require-node.cjs, it uses only
// syntax that Node 12 knows.
/* oxlint-disable unicorn/prefer-node-protocol */
const { spawnSync } = require('child_process')
const { existsSync, statSync } = require('fs')
const path = require('path')

const root = path.join(__dirname, '..')
const changed = (file) => statSync(path.join(root, file)).mtimeMs
// npm writes this file last.
const installed = path.join('node_modules', '.package-lock.json')

if (!existsSync(path.join(root, installed)) || changed(installed) <= changed('package-lock.json')) {
  // Windows starts npm in a shell only.
  const { status } = spawnSync('npm ci', { cwd: root, shell: true, stdio: 'inherit' })
  process.exitCode = status === 0 ? 0 : 1
}
