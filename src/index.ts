#!/usr/bin/env node
import { run as runAction } from './shell/action.ts'
import { run as runCommand } from './shell/cli.ts'
import { lifecycle } from './shell/process/lifecycle.ts'

// Both shells are in the entry: they share the inputs and their parsers, and each additional file takes time to load.
// A runner starts the Action without arguments and sets `GITHUB_ACTIONS`.
const action = process.env['GITHUB_ACTIONS'] === 'true' && process.argv.length <= 2
const life = lifecycle(
  action
    ? { failed: 1, signalled: () => 1 }
    : // As shells report a program that a signal ended.
      { failed: 2, signalled: (number) => 128 + number },
)
await life.end(action ? runAction(life) : runCommand(life))
