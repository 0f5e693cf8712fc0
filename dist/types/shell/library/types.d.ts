import type { CauseId, Confidence, Verdict } from '../../report/schema-1/report.js';
import type { Settings, SiteSettings } from './settings.js';
/** One site of `sites`: a URL, and the settings in which the site differs from the others. */
export type SiteConfig = Omit<SiteSettings, 'url'> & Omit<InKebabCase<SiteSettings>, 'url'> & {
    /** One http(s) URL. */
    readonly url: string;
};
/**
 * What to check. The keys are the names of the Action's inputs, in camel case or with hyphens: `expectedStatus` or
 * `expected-status`. The values are those of the inputs, as strings, numbers, booleans or arrays. Defaults are those of
 * the command: `wait` is `0s`, so there is one check.
 */
export type Config = Settings & InKebabCase<Settings> & {
    /** Sites with settings of their own. The other settings are the defaults of each. */
    readonly sites?: readonly SiteConfig[] | undefined;
};
type InKebabCase<T> = {
    readonly [Name in keyof T as Name extends string ? KebabCase<Name> : never]: T[Name];
};
type KebabCase<Name extends string> = Name extends `${infer First}${infer Rest}` ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${KebabCase<Rest>}` : Name;
/** One check of one site, redacted. */
export interface Progress {
    /** The site's URL, without the secrets in it. */
    readonly url: string;
    /** When the check started; ISO 8601, UTC. */
    readonly at: string;
    readonly verdict: Verdict;
    /** Empty when healthy. */
    readonly cause: CauseId | '';
    /** Empty when healthy. */
    readonly confidence: Confidence | '';
    /** What a visitor got: `200`, `connection refused`; empty when nothing was requested. */
    readonly edge: string;
    /** What the direct request got. With several origins: what each one got, separated by commas. */
    readonly origin: string;
    /** All of this on one line, with the times and what comes next. */
    readonly line: string;
}
export interface CheckOptions {
    /**
     * Ends the check early. The report then has what is known so far: its verdict is `inconclusive`, and `promote` is
     * false. If it is aborted before the start, `check` rejects with its reason and requests nothing.
     */
    readonly signal?: AbortSignal | undefined;
    /**
     * Called after each check of a site. If it throws, the run ends, and `check` rejects with that error. A promise that
     * it returns is not awaited. One that is rejected before the end of the run counts as an error.
     */
    readonly onProgress?: ((progress: Progress) => void) | undefined;
    /**
     * Environment variables. Of these, `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` are used. The library
     * never reads `process.env` itself: pass it here if the checks need the proxy that it names. With
     * `originProxyCommand`, they are also the environment of the command, which needs `PATH` and usually `HOME`.
     */
    readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}
export interface ReplayOptions {
    /** Whether the report has the address of the origin, if the recording has it. Default: false. */
    readonly showOrigin?: boolean | undefined;
}
export {};
