import type { SiteReport } from '../../domain/report.ts'

/** Lines of a shell script: the curl commands, after comments that say what to fill in. Empty without commands. */
export function commandLines({ reproduce }: Pick<SiteReport, 'reproduce'>): readonly string[] {
  const has = (text: string): boolean => reproduce.some((command) => command.includes(text))
  return [
    ...(has('$ORIGIN') ? ["# First set ORIGIN=…, the origin's address (IPv6 in brackets)"] : []),
    ...(has('$BASTION')
      ? ['# Set BASTION=…, as for ssh, and run `ssh` in a second terminal. It runs until you stop it']
      : []),
    ...(has('=***') ? ['# Replace each =*** with the value in `url`, which is hidden here'] : []),
    ...reproduce,
  ]
}
