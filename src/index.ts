#!/usr/bin/env node
/**
 * Chooses the shell, and loads only that one. A runner starts the Action without arguments and sets `GITHUB_ACTIONS`.
 */
const action = process.env['GITHUB_ACTIONS'] === 'true' && process.argv.length <= 2
const { run } = await (action ? import('./shell/action.ts') : import('./shell/cli.ts'))
const code = await run()
// Exits explicitly, after the output is flushed: a DNS lookup that hangs would keep the process alive for minutes.
process.stdout.write('', () => process.exit(code))
