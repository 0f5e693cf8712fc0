import type { LabRequest } from './request.ts'

/** What the workflow key `permissions` grants to the job's token. It removes every permission that it doesn't name. */
export type LabPermissions = Readonly<Partial<Record<Scope, 'read' | 'write'>>>

type Scope = 'contents' | 'pull-requests' | 'issues' | 'checks' | 'deployments'

interface Rule {
  readonly method: string
  /** Of the path below the repository. */
  readonly path: RegExp
  readonly scope: Scope
  /** Another scope that suffices. */
  readonly or?: Scope
  readonly access: 'read' | 'write'
}

/**
 * https://docs.github.com/rest/authentication/permissions-required-for-github-apps. What no row matches needs no
 * permission here, such as the list of a commit's comments.
 */
const RULES: readonly Rule[] = [
  { method: 'POST', path: /^commits\/\w+\/comments$/, scope: 'contents', access: 'read' },
  { method: 'PATCH', path: /^comments\/\d+$/, scope: 'contents', access: 'write' },
  { method: 'DELETE', path: /^comments\/\d+$/, scope: 'contents', access: 'write' },
  { method: 'GET', path: /^issues\/\d+\/comments$/, scope: 'pull-requests', access: 'read' },
  { method: 'POST', path: /^issues\/\d+\/comments$/, scope: 'pull-requests', or: 'issues', access: 'write' },
  { method: 'GET', path: /^issues$/, scope: 'issues', access: 'read' },
  { method: 'POST', path: /^issues$/, scope: 'issues', access: 'write' },
  { method: 'PATCH', path: /^issues\/\d+$/, scope: 'issues', access: 'write' },
  { method: 'GET', path: /^activity$/, scope: 'contents', access: 'read' },
  { method: 'GET', path: /^git\/matching-refs\/.+$/, scope: 'contents', access: 'read' },
  { method: 'POST', path: /^git\/(?:trees|commits|refs)$/, scope: 'contents', access: 'write' },
  { method: 'PATCH', path: /^git\/refs\/heads\/.+$/, scope: 'contents', access: 'write' },
  { method: 'PATCH', path: /^issues\/comments\/\d+$/, scope: 'pull-requests', access: 'write' },
  { method: 'DELETE', path: /^issues\/comments\/\d+$/, scope: 'pull-requests', access: 'write' },
  { method: 'GET', path: /^pulls(?:\/\d+)?$|^commits\/\w+\/pulls$/, scope: 'pull-requests', access: 'read' },
  { method: 'GET', path: /^commits\/\w+\/check-runs$/, scope: 'checks', access: 'read' },
  { method: 'POST', path: /^check-runs$/, scope: 'checks', access: 'write' },
  { method: 'PATCH', path: /^check-runs\/\d+$/, scope: 'checks', access: 'write' },
  { method: 'GET', path: /^deployments(?:\/\d+\/statuses)?$/, scope: 'deployments', access: 'read' },
  { method: 'POST', path: /^deployments\/\d+\/statuses$/, scope: 'deployments', access: 'write' },
]

/** Whether the token may send the request. `rest` is the path below the repository. Undefined permissions: any. */
export function isPermitted(
  { method }: LabRequest,
  rest: string,
  permissions: LabPermissions | undefined,
): boolean {
  if (permissions === undefined) return true
  const rule = RULES.find((each) => each.method === method && each.path.test(rest))
  if (rule === undefined) return true
  return [rule.scope, ...(rule.or === undefined ? [] : [rule.or])].some((scope) => {
    const granted = permissions[scope]
    return granted === 'write' || granted === rule.access
  })
}
