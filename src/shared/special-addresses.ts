/**
 * Addresses that are not part of the public internet: IANA's IPv4 and IPv6 Special-Purpose Address Registries
 * (https://www.iana.org/assignments/iana-ipv4-special-registry/ and iana-ipv6-special-registry/, with the rows up to
 * RFC 9780 of 2025), and multicast (RFC 5771, RFC 4291). Blocks that IANA lists as globally reachable are not here.
 */
export const SPECIAL_ADDRESSES = {
  /** The machine itself. Systems connect to 127.0.0.1 for an unspecified address. */
  local: '127.0.0.0/8 ::1/128 0.0.0.0/8 ::/128',
  /** A private network: RFC 1918, RFC 6598, RFC 4193, and site-local addresses (RFC 3879). */
  private: '10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 fc00::/7 fec0::/10',
  /** Test networks (RFC 2544, RFC 5180). Some proxies resolve every name to them. */
  benchmarking: '198.18.0.0/15 2001:2::/48',
  linkLocal: '169.254.0.0/16 fe80::/10',
  /**
   * Metadata services outside the link-local range: those of Azure, Oracle and Alibaba, and over IPv6 those of AWS,
   * Google, Oracle and Scaleway over IPv6.
   */
  cloudMetadata:
    '168.63.129.16/32 192.0.0.192/32 100.100.100.200/32 fd00:ec2::/32 fd20:ce::254/128 fd00:c1::a9fe:a9fe/128 fd00:42::42/128',
  /**
   * Not for sites: protocol assignments (of 2001::/23 all but Teredo), 6to4 relays, multicast, reserved, local NAT64,
   * discard-only, segment IDs.
   */
  other:
    '192.0.0.0/24 192.88.99.0/24 224.0.0.0/4 240.0.0.0/4 64:ff9b:1::/48 100::/64 100:0:0:1::/64 2001:1::/32 2001:2::/31 2001:4::/30 2001:8::/29 2001:10::/28 2001:20::/27 2001:40::/26 2001:80::/25 2001:100::/24 5f00::/16 ff00::/8',
  /** Only in examples (RFC 5737, RFC 3849, RFC 9637). Nothing is there, except in the lab. */
  documentation: '192.0.2.0/24 198.51.100.0/24 203.0.113.0/24 2001:db8::/32 3fff::/20',
  /** What Cloudflare's documentation suggests for a record without a server. */
  placeholder: '100::/64 192.0.2.0/24',
} as const
