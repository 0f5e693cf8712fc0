const DENIED = { status: 403, title: 'Access denied', category: 'access_denied' } as const

/**
 * Errors before any request to an origin. The code is in the body; the status depends on the code. Observed on the
 * internet: the statuses of 1000, 1001, 1015, 1016, 1018, 1033, 1101, 1102 and 1104. Cloudflare documents only that
 * the others are 409, 530, 403 or 429, so the lab chose one.
 */
export const ERRORS_1XXX = {
  1000: {
    status: 403,
    title: 'DNS points to prohibited IP',
    name: 'dns_points_to_prohibited_ip',
    category: 'dns',
    description:
      'The DNS record of this host points to a Cloudflare address, or the request came from there.',
  },
  1001: {
    status: 409,
    title: 'DNS resolution error',
    name: 'dns_resolution_error',
    category: 'dns',
    description: 'Cloudflare cannot resolve the requested host at the moment.',
  },
  1002: {
    status: 403,
    title: 'DNS points to restricted IP',
    name: 'dns_points_to_restricted_ip',
    category: 'dns',
    description: 'The DNS record of this host points to an address that no public host can have.',
  },
  1003: {
    status: 403,
    title: 'Direct IP access not allowed',
    name: 'direct_ip_access_not_allowed',
    category: 'access_denied',
    description: 'The request was for a Cloudflare address instead of a host name.',
  },
  1004: {
    status: 409,
    title: 'Host not configured to serve web traffic',
    name: 'host_not_configured',
    category: 'config',
    retryAfter: 120,
    description: 'The settings of this host are not in place yet.',
  },
  1005: {
    ...DENIED,
    name: 'asn_banned',
    description: 'The network of your address is banned from this site.',
  },
  1006: { ...DENIED, name: 'ip_banned', description: 'Your address is banned from this site.' },
  1007: { ...DENIED, name: 'ip_banned_1007', description: 'Your address is banned from this site.' },
  1008: { ...DENIED, name: 'ip_banned_1008', description: 'Your address is banned from this site.' },
  1009: {
    ...DENIED,
    name: 'country_banned',
    description: 'Your country or region is banned from this site.',
  },
  1010: {
    ...DENIED,
    name: 'browser_signature_banned',
    description: 'The signature of your browser is banned from this site.',
  },
  1014: {
    status: 409,
    title: 'CNAME cross-user banned',
    name: 'cname_cross_user_banned',
    category: 'config',
    description: 'The record points to a host of another Cloudflare account, which does not allow it.',
  },
  1015: {
    status: 429,
    title: 'You are being rate limited',
    name: 'rate_limited',
    category: 'rate_limit',
    retryAfter: 30,
    description: 'You sent more requests than the owner of this site allows.',
  },
  1016: {
    status: 530,
    title: 'Origin DNS error',
    name: 'origin_dns_error',
    category: 'dns',
    description: 'Cloudflare cannot resolve the name of the origin of this host.',
  },
  1018: {
    status: 409,
    title: 'Could not find host',
    name: 'host_not_found',
    category: 'config',
    description: 'Cloudflare does not know this host yet.',
  },
  1019: {
    status: 409,
    title: 'Compute server error',
    name: 'worker_loop',
    category: 'worker',
    description: 'A Worker called itself too often.',
  },
  1020: {
    ...DENIED,
    name: 'firewall_rule_blocked',
    description: 'A rule of this site blocked your request.',
  },
  1023: {
    status: 409,
    title: 'Could not find host',
    name: 'host_not_found_1023',
    category: 'config',
    description: 'Cloudflare does not know this host yet.',
  },
  1027: {
    status: 429,
    title: 'This website has been temporarily rate limited',
    name: 'worker_daily_limit',
    category: 'worker',
    description: 'The Worker of this site has used up its requests of the day.',
  },
  1033: {
    status: 530,
    title: 'Cloudflare Tunnel error',
    name: 'tunnel_error',
    category: 'config',
    retryAfter: 120,
    description: 'The host is behind a Cloudflare Tunnel, and no connector of it is online.',
  },
  1034: {
    status: 409,
    title: 'Edge IP restricted',
    name: 'edge_ip_restricted',
    category: 'dns',
    description: 'The host points to a Cloudflare address that is not for web traffic.',
  },
  1042: {
    status: 409,
    title: 'Worker fetched another Worker of its zone',
    name: 'workers_dev_script_not_found',
    category: 'worker',
    description: 'A Worker requested another Worker of the same zone at its public address.',
  },
  1101: {
    status: 500,
    title: 'Worker threw exception',
    name: 'worker_threw_exception',
    category: 'worker',
    description: 'The Worker of this site threw an exception.',
  },
  // A 503 that no origin sent.
  1102: {
    status: 503,
    title: 'Worker exceeded resource limits',
    name: 'worker_exceeded_limits',
    category: 'worker',
    description: 'The Worker of this site used more time or memory than it may.',
  },
  1104: {
    status: 500,
    title: 'Script not found',
    name: 'worker_script_not_found',
    category: 'worker',
    description: 'The route points to a Worker that does not exist.',
  },
} as const
