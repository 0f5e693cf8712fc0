import type { Server } from './server.ts'

/** https://learn.microsoft.com/iis/configuration/, and http.sys: …/troubleshoot/developer/webapps/iis/. */
export const IIS: Server = {
  name: 'IIS',
  how: {
    appLog: '`Get-WinEvent -LogName Application -MaxEvents 50`',
    appStatus: '`Get-IISAppPool`',
    appRestart: '`Start-WebAppPool APP` or `Restart-WebAppPool APP`',
    scale: 'Maximum Worker Processes of the application pool',
    errorLog: '`Get-Content C:\\Windows\\System32\\LogFiles\\HTTPERR\\*.log -Tail 50`',
    reload: '`Restart-WebAppPool APP`',
    restart: '`iisreset`',
    sites: '`Get-WebBinding`',
    upstream: 'the application pool, or the rewrite rule to the server farm',
    readTimeout: 'the proxy time-out of Application Request Routing, 120 s',
    renew: 'the tool that issued it, such as win-acme. Then select the new certificate in the binding',
    issue: 'the tool that issued the others, such as win-acme',
    fullChain:
      "the certificate's intermediates in the computer's Intermediate Certification Authorities store",
    clientCa: "the CA in the computer's Trusted Root Certification Authorities store",
    clientOptional: 'SSL Settings → Client certificates: Ignore',
    realIp: "`ForwardedHeadersOptions.KnownNetworks` in ASP.NET Core, with Cloudflare's IP ranges",
    forwardedProto: "`ForwardedHeadersOptions.KnownNetworks` in ASP.NET Core, with Cloudflare's IP ranges",
    httpOnly1:
      'the DWORD `EnableHttp2Tls` = 0 in `HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters` (needs a reboot)',
    requestHeaders:
      'the DWORDs `MaxFieldLength` and `MaxRequestBytes` in `HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters` (needs a reboot)',
    keepAlive: 'Limits → Connection time-out of the site: 905 s',
    tlsVersions:
      'TLS 1.2 → Server → Enabled = 1 in the registry, under SCHANNEL → Protocols (needs a reboot)',
    ciphers: 'SSL Cipher Suite Order in the Group Policy',
    tlsPort: 'a binding of type `https` with a certificate',
    plainPort: 'a binding of type `http`',
    site: 'a binding with the host name and its certificate',
    limits: 'the queue length of the application pool',
    uncompressed: 'Compression → off',
  },
}
