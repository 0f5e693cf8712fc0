/** Commands that no test runs, and why. The first pattern that matches counts. */
export const UNRUNNABLE: readonly (readonly [command: RegExp, reason: string])[] = [
  // Fragments.
  [
    /^(curl|openssl s_client) -{1,2}[\w.-]+( X25519\w*)?$|^openssl s_client$/,
    'names an option; the command is elsewhere',
  ],
  [/^dig( \+\w+)?$/, 'names an option; the name is in the sentence'],
  [/^openssl x509 -noout -\w+$/, "completes the report's command for the certificate"],
  [/^docker run$|^git clone$/, 'names a command'],

  // Other accounts and machines.
  [/^npx wrangler |^curl -X POST https:\/\/api\.cloudflare\.com\//, 'needs a Cloudflare account'],
  [/^cloudflared /, 'needs a tunnel of a Cloudflare account'],
  [/^kubectl /, 'needs a Kubernetes cluster'],
  [/%h/, 'is a proxy command; those of `__tests__/probe` and the lab run'],
  [/^ssh -[WND]|^ssh-keyscan /, 'needs a bastion; the lab runs a real one'],
  [/^git push /, 'needs a host to deploy to'],
  [/^openssl pkey -in locked\.pem /, 'reads a passphrase from a terminal'],
  [/^docker |^kamal-proxy /, 'needs a container engine'],
  [
    /^(heroku|fly|vercel|netlify|railway|gcloud|aws|gh) /,
    'needs an account of the platform; its documentation is named in `src/diagnosis/servers`',
  ],
  [
    /^dig (\+trace|(\+short )?(SRV|DS)) |^dig .* (SRV|DS)$/,
    'needs the name servers of the root, a registry or Cloudflare',
  ],
  [/argotunnel\.com\b/, 'needs Cloudflare'],
  [/^certbot /, 'needs an ACME account'],
  [/^(cscli|imunify360-agent) /, 'needs this product'],
  [/^(wp|php) /, 'needs an application of this kind'],
  [/^(Get-Content|Get-WebBinding|Restart-WebAppPool|iisreset)/, 'needs Windows'],
  [
    /^\/usr\/local\/lsws\/|^tail -n 50 \/usr\/local\/|^tail .*\/angie\//,
    'needs a server without a Debian package',
  ],
  [/^(openresty|angie) /, 'needs a server without a Debian package; the directives are those of nginx'],
  [/^varnishlog /, 'needs a running Varnish with shared memory'],

  // Process 1, the kernel and the terminal.
  [
    /\bsystemctl \w+ (?!(nginx|apache2|haproxy|caddy)$)|nginx -s reload$|^timedatectl |^resolvectl /,
    'needs systemd as process 1',
  ],
  [/^journalctl /, "needs systemd's journal"],
  [/^dmesg\b/, 'needs the kernel log of a machine without memory'],
  [/^sudo sysctl /, 'changes the kernel of the machine'],
  [/^a2enmod /, 'changes the files of the package; the tests load the module'],

  // This repository.
  [/^(npm|node) /, 'is a command of this repository'],
]
