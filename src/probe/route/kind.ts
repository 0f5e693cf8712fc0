import type { RouteKind } from '../../domain/route/route.ts'

const KINDS: Readonly<Record<string, RouteKind>> = {
  ssh: 'bastion',
  autossh: 'bastion',
  plink: 'bastion',
  kubectl: 'cluster',
  oc: 'cluster',
  docker: 'container',
  podman: 'container',
}

/** Programs that start another one, whose name follows their own options. */
const STARTERS: ReadonlySet<string> = new Set([
  'command',
  'env',
  'exec',
  'nice',
  'nohup',
  'setsid',
  'sshpass',
  'stdbuf',
  'sudo',
  'timeout',
])

/** What carries the connections, by the name of the command's program. */
export function routeKindOf(command: string): RouteKind {
  // Assignments come first.
  const words = command
    .replace(/^\s*(?:\w+=\S*\s+)*/, '')
    .split(/\s+/)
    .map(programOf)
  const started = STARTERS.has(words[0] ?? '') ? words : words.slice(0, 1)
  return started.flatMap((word) => KINDS[word] ?? [])[0] ?? 'command'
}

/** `"/usr/bin/ssh"` → `ssh` */
function programOf(word: string): string {
  return word
    .replaceAll(/["']/g, '')
    .replace(/^.*[\\/]/, '')
    .replace(/\.exe$/i, '')
}
