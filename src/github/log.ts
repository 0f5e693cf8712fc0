import * as core from '@actions/core'

/**
 * Writes text to the step's log. The runner takes a line that begins with `::`, or has `##[` in it, for a command:
 * what a site sends must not become one.
 */
export function log(text: string): void {
  for (const line of text.split(/\r\n|\r|\n/))
    core.info(line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '## ['))
}

/** Folds what follows, until `endGroup`. */
export function group(title: string): void {
  core.startGroup(title.replaceAll(/[\r\n]+/g, ' '))
}

export function endGroup(): void {
  core.endGroup()
}
