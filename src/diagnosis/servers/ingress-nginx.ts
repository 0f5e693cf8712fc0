import type { Server } from './server.ts'

/** https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/: its ConfigMap, and annotations. */
export const INGRESS_NGINX: Server = {
  name: 'ingress-nginx',
  how: {
    appLog: '`kubectl logs deployment/APP --since=15m`',
    appStatus: '`kubectl get pods` (look for restarts, `OOMKilled` and `CrashLoopBackOff`)',
    appRestart: '`kubectl rollout restart deployment/APP`',
    scale: '`kubectl scale deployment/APP --replicas=4`',
    errorLog: '`kubectl logs -n ingress-nginx deployment/ingress-nginx-controller --since=15m`',
    // It reloads by itself after a change.
    reload: '`kubectl rollout restart -n ingress-nginx deployment/ingress-nginx-controller`',
    restart: '`kubectl rollout restart -n ingress-nginx deployment/ingress-nginx-controller`',
    rollback: '`kubectl rollout undo deployment/APP`',
    sites: '`kubectl get ingress -A`',
    upstream:
      '`kubectl get endpointslices -l kubernetes.io/service-name=SERVICE`, which must list a ready endpoint',
    readTimeout: 'the annotation `nginx.ingress.kubernetes.io/proxy-read-timeout: "120"`',
    renew: 'the tool that issued it, such as cert-manager',
    issue: 'the tool that issued the others, such as cert-manager',
    fullChain: '`tls.crt` of the TLS secret, with the intermediates after the certificate',
    clientCa: 'the annotation `nginx.ingress.kubernetes.io/auth-tls-secret`',
    clientOptional: 'the annotation `nginx.ingress.kubernetes.io/auth-tls-verify-client: "off"`',
    // The default of `proxy-real-ip-cidr` is everyone.
    realIp:
      '`enable-real-ip: "true"`, `forwarded-for-header: CF-Connecting-IP` and `proxy-real-ip-cidr` with Cloudflare\'s IP ranges, in the ConfigMap',
    // It trusts X-Forwarded-Proto from every client.
    forwardedProto:
      '`use-forwarded-headers: "true"` in the ConfigMap, and `loadBalancerSourceRanges` with Cloudflare\'s IP ranges in the controller\'s service',
    httpOnly1: '`use-http2: "false"` in the ConfigMap',
    alpn: '`use-http2: "true"` in the ConfigMap',
    requestHeaders: '`large-client-header-buffers: 4 32k` in the ConfigMap',
    keepAlive: '`keep-alive: "905"` in the ConfigMap',
    tlsVersions: '`ssl-protocols: TLSv1.2 TLSv1.3` in the ConfigMap',
    ciphers: '`ssl-ciphers` in the ConfigMap',
    site: '`tls` and `rules` of the Ingress, with the same host',
    limits: 'the annotations `limit-rps` and `limit-connections`',
    uncompressed: '`use-gzip: "false"` in the ConfigMap',
  },
}
