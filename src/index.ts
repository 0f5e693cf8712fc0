#!/usr/bin/env node
/**
 * The entry decides which shell this is, and loads nothing but that one: a runner calls without arguments and says so
 * in the environment.
 */
const action = process.env['GITHUB_ACTIONS'] === 'true' && process.argv.length <= 2
const { run } = await (action ? import('./shell/action.ts') : import('./shell/cli.ts'))
const code = await run()
// A resolver that stays silent would keep the process for minutes after everything is said.
process.stdout.write('', () => process.exit(code))
