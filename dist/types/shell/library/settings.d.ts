/** The settings of a site. Each is an input of the Action. An undefined or empty one has its default. */
export interface SiteSettings {
    /**
     * One or more http(s) URLs as visitors type them, one per line. Required, unless `sites` has some. In reports, `***`
     * replaces the values of parameters that are named like secrets (`token`, `api_key`). A secret under another name is
     * not recognized: put it into `headers`.
     */
    readonly url?: string | readonly string[] | undefined;
    /**
     * Where the site is hosted: `203.0.113.10`, `[2001:db8::1]:8443`, `origin.example.net:8080` or
     * `http://203.0.113.10:8080`; several origins, one per line. Empty: read from the zone's DNS records if
     * `cloudflare-api-token` is set. Otherwise the direct probe is skipped, and the report says what it would have shown.
     */
    readonly origin?: string | readonly string[] | undefined;
    /**
     * Host header of the direct probe (Cloudflare's host-header override). Shown in reports, unless it is also an
     * `origin`. Default: the URL's host.
     */
    readonly originHost?: string | undefined;
    /** TLS server name of the direct probe. Default: `origin-host`. */
    readonly originSni?: string | undefined;
    /**
     * How to reach an origin that the runner can't connect to, as OpenSSH's `ProxyCommand`: `ssh -W %h:%p
     * deploy@bastion.example.com` or `kubectl exec -i deploy/web -- nc %h %p`. `%h` and `%p` are the host and port of
     * `origin`, `%%` is a percent sign. The direct probe uses the command's standard input and output, and one process
     * per connection. If the command fails, its standard error explains why. That is a problem with the route, not with
     * the origin, unless the command says that the origin is at fault.
     */
    readonly originProxyCommand?: string | undefined;
    /**
     * The CAs of the zone's custom origin trust store, which needs Advanced Certificate Manager: PEM text, or the path of
     * a PEM file. With one, Cloudflare trusts only these CAs and no public one. The check then reports a certificate from
     * any other CA. Without one, public CAs and Cloudflare's Origin CA count.
     */
    readonly originCa?: string | undefined;
    /**
     * Client certificate for an origin that requires one (authenticated origin pulls): PEM text, or the path of a PEM
     * file.
     */
    readonly originClientCert?: string | undefined;
    /** Private key of `origin-client-cert`: PEM text, or the path of a PEM file. */
    readonly originClientKey?: string | undefined;
    /**
     * How Cloudflare connects to the origin and validates its certificate: `off`, `flexible`, `full` or `strict`. `auto`:
     * read from the zone if `cloudflare-api-token` is set, otherwise `strict` for an https URL. Default: `auto`.
     */
    readonly sslMode?: 'auto' | 'off' | 'flexible' | 'full' | 'strict' | undefined;
    /** `GET` or `HEAD`. Default: `GET`. */
    readonly method?: 'GET' | 'HEAD' | undefined;
    /**
     * One `Name: value` per line, sent with every probe of the site, including the direct probe. The values are never
     * printed.
     */
    readonly headers?: string | readonly string[] | undefined;
    /** Client ID of a Cloudflare Access service token, sent to Cloudflare only. */
    readonly accessClientId?: string | undefined;
    /** Client secret of the same service token, sent to Cloudflare only. */
    readonly accessClientSecret?: string | undefined;
    /** Healthy status codes: codes, classes and ranges, such as `200`, `2xx` or `200-299, 304`. Default: `200-399`. */
    readonly expectedStatus?: string | number | readonly (string | number)[] | undefined;
    /**
     * Text that must occur in the first megabyte of the body, in any encoding that the page declares, or `/regex/flags`.
     * It is checked through Cloudflare and on the origin, so a build that reached only one of them is detected.
     */
    readonly expectedBody?: string | undefined;
    /**
     * Header that both responses must have: `Name: value` for the whole value or one item of a list, or `Name: /regex/`.
     */
    readonly expectedHeader?: string | undefined;
    /**
     * Also request the first script and the first stylesheet that an HTML page names on its own host. This happens once
     * per run, after the last healthy check. If one is missing, or its URL returns HTML, the site is unhealthy. Default:
     * `true`.
     */
    readonly checkAssets?: boolean | 'true' | 'false' | undefined;
    /** A response that takes longer is unhealthy. The time includes followed redirects. A number is in seconds. */
    readonly maxResponseTime?: string | number | undefined;
    /**
     * How many redirects to follow. With `0`, the redirect itself is judged. Your `headers` are not sent to other hosts,
     * and the direct probe doesn't follow redirects there. Redirects into the runner's own network are never followed.
     * Default: `5`.
     */
    readonly followRedirects?: string | number | undefined;
    /**
     * How long one request may take, from connecting to the last byte. Cloudflare returns a 522 after 19 s without a
     * connection, or after 90 s without an acknowledgment of the request. It returns a 524 after about 125 s without a
     * response. The check sees what comes within this time. A number is in seconds. Default: `30s`.
     */
    readonly timeout?: string | number | undefined;
    /**
     * How long to keep checking until the site is healthy; `0s` checks once. A cause that waiting won't fix ends the wait
     * immediately. A number is in seconds. Default: `0s`.
     */
    readonly wait?: string | number | undefined;
    /** Pause after an unhealthy check. A number is in seconds. Default: `5s`. */
    readonly interval?: string | number | undefined;
    /** How many healthy checks in a row, one second apart, make the verdict healthy. Default: `2`. */
    readonly consecutiveSuccesses?: string | number | undefined;
    /**
     * How long to keep checking after that, once per `interval`. An outage in this time is unhealthy. A number is in
     * seconds. Default: `0s`.
     */
    readonly watch?: string | number | undefined;
    /**
     * Warn when the origin's or Cloudflare's certificate expires within this many days. A certificate that is valid for
     * no longer than that is reported in the last third of its lifetime. Default: `14`.
     */
    readonly certificateDays?: string | number | undefined;
    /**
     * DNS servers that are compared with the runner's own and with the zone's name servers; `none` disables this.
     * Default: `1.1.1.1, 8.8.8.8, 9.9.9.9`.
     */
    readonly resolvers?: string | readonly string[] | undefined;
    /**
     * Places from which Globalping's probes also request the site through Cloudflare: `world`, `Europe`, `Germany`,
     * `Tokyo`, `AS13335`, or several words such as `Germany+AS24940`. A number sets how many probes: `US+3`. Globalping
     * gets the URL without secrets, the method and nothing else, and its results are public. Empty: nothing is sent
     * there.
     */
    readonly vantagePoints?: string | readonly string[] | undefined;
    /**
     * Also request the origin directly at `vantage-points`. Globalping and everyone who has the measurement's id then see
     * the origin's address. Default: `false`.
     */
    readonly vantageOrigin?: boolean | 'true' | 'false' | undefined;
    /** Token of a Globalping account, which allows more tests per hour. Each probe of a measurement costs one test. */
    readonly globalpingToken?: string | undefined;
    /**
     * Token that reads the zone: its DNS records, its SSL mode and more, as far as its permissions allow. What it may not
     * read adds a line to the report, never a failure.
     */
    readonly cloudflareApiToken?: string | undefined;
    /** The zone that `cloudflare-api-token` reads. Default: found by the site's name. */
    readonly cloudflareZoneId?: string | undefined;
}
/** The settings of a check: those of its sites, and those of the whole run. */
export interface Settings extends SiteSettings {
    /**
     * Path of an earlier JSON report. What changed since then is reported, and its history is continued. A missing file
     * is a note, not an error. Without a file, the Action continues the history in its comment.
     */
    readonly baseline?: string | undefined;
    /**
     * When the site was deployed, as an ISO 8601 time with a zone, such as the `created_at` of a deployment status. The
     * history starts there. The earlier checks are those in `baseline` or in the comment.
     */
    readonly deployedAt?: string | undefined;
    /**
     * How long to monitor the site after `deployed-at`, at most `72h`. The first check after that reports the overall
     * result. This does not end a schedule. A number is in seconds. Default: `48h`.
     */
    readonly monitorFor?: string | number | undefined;
    /**
     * Print the origin's address. By default, it is hidden in the log, comment, summary, report, annotations and errors.
     * Default: `false`.
     */
    readonly showOrigin?: boolean | 'true' | 'false' | undefined;
}
