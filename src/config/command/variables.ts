import { COMMAND_ROWS, environmentName } from './rows.ts'

/** The variables that other tools use for the same secrets, by input. Inputs that don't exist are ignored. */
const WELL_KNOWN: Readonly<Record<string, string>> = {
  'cloudflare-api-token': 'CLOUDFLARE_API_TOKEN',
  'access-client-id': 'CF_ACCESS_CLIENT_ID',
  'access-client-secret': 'CF_ACCESS_CLIENT_SECRET',
  'globalping-token': 'GLOBALPING_TOKEN',
}

/** The variable of other tools that sets a flag; undefined if there is none. */
export function wellKnownVariableOf(flag: string): string | undefined {
  return COMMAND_ROWS.some(({ name }) => name === flag) && Object.hasOwn(WELL_KNOWN, flag)
    ? WELL_KNOWN[flag]
    : undefined
}

/** Each flag that other tools' variables set, with that variable. */
export const WELL_KNOWN_VARIABLES: readonly (readonly [flag: string, variable: string])[] =
  COMMAND_ROWS.flatMap(({ name }) => {
    const variable = wellKnownVariableOf(name)
    return variable === undefined ? [] : [[name, variable] as const]
  })

/** The variable in which a secret belongs: the well-known one if there is one. */
export function usualVariableOf(flag: string): string {
  return wellKnownVariableOf(flag) ?? environmentName(flag)
}
