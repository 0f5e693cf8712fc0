#!/usr/bin/env node
import { run as runAction } from './shell/action.ts'
import { run as runCommand } from './shell/cli.ts'

// Both shells are in the entry: they share the inputs and their parsers, and each additional file takes time to load.
// A runner starts the Action without arguments and sets `GITHUB_ACTIONS`.
const action = process.env['GITHUB_ACTIONS'] === 'true' && process.argv.length <= 2
const code = await (action ? runAction() : runCommand())
// Exits explicitly, after the output is flushed: a DNS lookup that hangs would keep the process alive for minutes.
process.stdout.write('', () => process.exit(code))
