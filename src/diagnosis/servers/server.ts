/**
 * A task on a server. Its text completes "Set it: TEXT." or "Run TEXT.": a noun phrase without a period, whose
 * commands and directives are in backquotes and can be copied. `SERVICE` and `APP` are placeholders.
 * 173.245.48.0/20 stands for each of Cloudflare's ranges. Port 443 and `/etc/ssl/…` are examples.
 */
export type Task =
  | CommandTask
  /** Where the application's address is configured: "`proxy_pass`". */
  | 'upstream'
  /** The setting that waits 120 s for the application's response. Cloudflare waits 125 s. */
  | 'readTimeout'
  /** Serves the certificate with its intermediates. */
  | 'fullChain'
  /** Trusts the CA of Cloudflare's client certificates, which is in `/etc/ssl/origin-pull-ca.pem`. */
  | 'clientCa'
  /** Stops requiring a client certificate. Also accepts an untrusted one. A risk. */
  | 'clientOptional'
  /** Restores the visitor's address, for requests from Cloudflare's IP ranges only. */
  | 'realIp'
  /** Trusts `X-Forwarded-Proto` from Cloudflare's IP ranges only, and passes it on. */
  | 'forwardedProto'
  /** Offers HTTP/1.1 only. */
  | 'httpOnly1'
  /** Offers HTTP/2 and HTTP/1.1 in the TLS handshake. */
  | 'alpn'
  /** Accepts larger headers of requests. */
  | 'requestHeaders'
  /** Waits 60 s for a request. */
  | 'requestTimeout'
  /** Doesn't list the files of a folder. */
  | 'noListing'
  /** Keeps idle connections for 905 s. Cloudflare keeps them for 900 s. */
  | 'keepAlive'
  /** Accepts TLS 1.2 and 1.3. */
  | 'tlsVersions'
  /** Where ciphers and groups are configured. */
  | 'ciphers'
  /** Expects TLS on port 443. */
  | 'tlsPort'
  /** Expects plain HTTP on a port: what must not be there. */
  | 'plainPort'
  /** Where a site gets its name and its certificate. */
  | 'site'
  /** Limits that reject requests under load: what to look for. */
  | 'limits'
  /** Closes a connection without a response: what to look for. */
  | 'silentClose'
  /** Sends responses uncompressed. */
  | 'uncompressed'
  /** On platforms: where the certificate of a host is. */
  | 'certificate'
  /** On platforms: where a host is added. */
  | 'customDomain'

/** Each text is a command, or on some platforms a path through the dashboard. */
export type CommandTask =
  /** Prints the newest errors. */
  | 'errorLog'
  /** Checks the configuration and, if it is valid, reloads it without closing connections. */
  | 'reload'
  /** Restarts the server, or on a platform the application. */
  | 'restart'
  /** Lists the names that the server has sites for. */
  | 'sites'
  /** Prints the name of the file with the certificate. */
  | 'certificateFile'
  /** Renews the certificates, or makes the server try again. `CERT` is certbot's folder of a certificate. */
  | 'renew'
  /** Issues a certificate for `HOST` and for `NAMES`, the names of the current one. */
  | 'issue'
  /** Adds `intermediate.pem` to the certificate. */
  | 'joinChain'
  /** On platforms: returns to the previous deploy. */
  | 'rollback'
  /** Prints the application's newest log. */
  | 'appLog'
  /** Shows whether the application runs, and when it started. Only where its owner has no shell on the host. */
  | 'appStatus'
  /** Starts or restarts the application. */
  | 'appRestart'
  /** Runs more instances of the application. */
  | 'scale'

export type HowTo = Readonly<Partial<Record<Task, string>>>

export interface Server {
  /** As people write it: "HAProxy". */
  readonly name: string
  /** Its systemd unit in the packages of Debian and of its maker. */
  readonly unit?: string
  /** Hosts applications without access to the web server, so that no directive can be changed. */
  readonly platform?: true
  /** It supports no TLS. So another server, which is unknown, handles TLS in front of it. */
  readonly plainHttp?: true
  readonly how: HowTo
}
