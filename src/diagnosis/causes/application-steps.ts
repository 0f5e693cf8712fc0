import { change, look, type RemedyContext, type Step } from '../../domain/cause.ts'
import { howTo, isPlatform } from '../servers/index.ts'
import { ALLOW_CLOUDFLARE, serverOf } from './shared-steps.ts'

/** Steps about the application behind the origin's server, with the commands of its platform. */

/** Whether its owner has a shell on the host, which a hosting platform and Kubernetes don't give. */
export function hasShell(context: RemedyContext): boolean {
  return serverOf(context)?.how.appStatus === undefined
}

export const PLATFORM_SUMMARY = 'Restart the application, or roll back the deploy.'

export function applicationLog(context: RemedyContext): Step {
  return look(
    "Check the application's log",
    ` from the time of this check: ${howTo('appLog', context.server)}.`,
  )
}

/** What killed a process, on a host. Starts with a space. */
export const KILLED =
  ' If it was killed, check why: `free -m`, `df -h`, `journalctl -k --since -15min | grep -i oom`.'

export function applicationStatus(context: RemedyContext): Step {
  return look(
    'Check that the application is running',
    ` and when it started: ${howTo('appStatus', context.server)}.${hasShell(context) ? KILLED : ''}`,
  )
}

export function restartApplication(context: RemedyContext): Step {
  return change(
    'Restart the application',
    `: ${howTo('appRestart', context.server)}. This ends the requests in progress.`,
    'not needed, because the same version runs again.',
  )
}

export function rollBack(context: RemedyContext): Step {
  return change(
    'Roll back the deploy',
    ` if the failure began with it: ${howTo('rollback', context.server)}. Check first that the old version works with the migrated database.`,
    'deploy the new version again.',
  )
}

/** The firewalls of a host can be read with commands, those of others in their settings. */
export function allowCloudflare(context: RemedyContext): Step {
  return hasShell(context) && !isPlatform(context.server)
    ? ALLOW_CLOUDFLARE
    : change(
        ALLOW_CLOUDFLARE.action,
        ' in every firewall and list of addresses in front of the origin. Current list: https://www.cloudflare.com/ips/',
        'remove the new rules.',
      )
}

export const MOVE_WORK = change(
  'Move work that takes minutes out of the request',
  ': respond immediately, and let the client poll for the result.',
  'restore the old code.',
)
