import type { Report } from './report/schema-1/report.js';
import type { CheckOptions, Config, ReplayOptions } from './shell/library/types.js';
export type * from './report/schema-1/report.js';
export type { CheckOptions, Config, Progress, ReplayOptions, SiteConfig } from './shell/library/types.js';
/** The arguments of a call are wrong, and nothing was requested. The message lists all problems. */
export declare class ConfigError extends Error {
    readonly name: string;
    /** One or two sentences each, with the fix. They quote no secret. */
    readonly problems: readonly string[];
    constructor(problems: readonly string[]);
}
/**
 * Checks one or more sites, as the command does. Prints nothing, never ends the process, and reads no environment
 * variable.
 *
 * @returns the report, even if the site is down
 * @throws ConfigError with all problems, if a key or a value of `config` is wrong; then nothing is requested
 * @throws the reason of `signal`, if that is aborted already; the error of `onProgress`, if that throws
 */
export declare function check(config: Config, options?: CheckOptions): Promise<Report>;
/**
 * Judges the evidence of an earlier run again, without any request.
 *
 * @param recording what `origin-gate --record` wrote, as text or parsed
 * @throws ConfigError if it is not a recording
 */
export declare function replay(recording: string | object, options?: ReplayOptions): Promise<Report>;
