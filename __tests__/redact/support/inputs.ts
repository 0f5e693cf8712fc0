/** Texts around the ends of what the engine recognizes, for the goldens. */

const ADDRESS = '203.0.113.10'

/** Numbers that are the address in some notation, or nearly. */
export const NUMBERS: readonly string[] = [
  // Dotted, padded and octal.
  ...'203.0.113.10 203.0.113.1 203.0.113.100 203.0.113.11 203.0.113.010 203.000.113.010 0203.0.113.10 0313.0.0161.012 0313.0.113.10 313.0.161.12 00000203.0.113.10 000000000000000000000203.0.113.10 0000000000000000000000203.0.113.10 203.0.28938 203.28938 203.113.10 203.0 203.1 203.10 203.0.113 203.0.113.256 203.0.368.10 203.256.113.10'.split(
    ' ',
  ),
  // With other numbers before, after and between.
  ...'1.203.0.113.10 203.0.113.10.1 1.2.203.0.113.10.3.4 1203.0.113.10 203.0.113.10443 203.0.113.10:443 203-0-113-10 203_0_113_10 203/0/113/10 203|0|113|10 203~0~113~10 203+0+113+10 203:0:113:10 203;0;113;10 203-0.113_10 203..0..113..10 203.0.113.10-203.0.113.20 x203.0.113.10y v203.0.113.10'.split(
    ' ',
  ),
  '203 . 0 . 113 . 10',
  '203, 0, 113, 10',
  '203 0 113 10',
  '203  0  113  10',
  // Reversed, which counts only before a name or with hyphens.
  ...'10.113.0.203 10.113.0.203.in-addr.arpa 10.113.0.203.IN-ADDR.ARPA 10-113-0-203 10_113_0_203 10.113.0.203.5 10.113.0.203. 9.10.113.0.203.example'.split(
    ' ',
  ),
  // One integer.
  ...'3405803786 3405803785 3405803787 03405803786 13405803786 34058037860 7700770786 -889163510 -889163509 --889163510 a-889163510 1-889163510 175177931 0175177931 175177930 4470145227 2147483648 4294967295 4294967296 203000113010 203000112266 203000113300 203000113011 20300011301 2030001130100'.split(
    ' ',
  ),
  // Hexadecimal.
  ...'cb00710a CB00710A 0xcb00710a 0xCB00710A 0x00cb00710a 0x0000000000000000cb00710a 0x00000000000000000cb00710a cb00710b cb00710 cb00710a0 0cb00710a acb00710a 0a7100cb 0x0a7100cb 0a7100cc 0xcb.0x0.0x71.0xa 0xcb.0.0161.10 0xcb007.0x10a 0xcb.0x00710a cb.00.71.0a cb:00:71:0a cb-00-71-0a cb_00_71_0a cb:0:71:a cb:00-71:0a cb.00.71 zcb.00.71.0a cb.00.71.0az h-cb00710a.example.net'.split(
    ' ',
  ),
  // Cookies of load balancers.
  ...'175177931.20480.0000 175177931.47873.0000 175177931.1.0000 175177931.204800.0000 175177931.20480.000 175177931.20480.00000 1751779311.20480.0000 9175177931.20480.0000 175177930.20480.0000 17517793.20480.0000'.split(
    ' ',
  ),
  // After a percent sign that may be an escape.
  ...`%22.${ADDRESS} %22.1.${ADDRESS} %2.3.${ADDRESS}.4 %22${ADDRESS} %2${ADDRESS} %252${ADDRESS} %2522${ADDRESS} %222${ADDRESS} %2222${ADDRESS} %9203.0.113.11 %20 %203.0.113.10 %22203.0.113 2203.0.113.10`.split(
    ' ',
  ),
  // No address.
  ...'1.22.1 nginx/1.24.0 2023-11-04 14:03:07 0 00 0x 0x1 0.0.0.0 1e10 1.5s 10ms 0.203 v1.0.203 203'.split(
    ' ',
  ),
]

/** The address `2001:db8::1`, addresses that hold the IPv4 address, and what looks alike. */
export const IPV6: readonly string[] = [
  ...'2001:db8::1 2001:DB8::1 2001:0db8::0001 2001:db8:0:0:0:0:0:1 2001:db8:0:0::1 2001:db8::0:1 2001:db8:::1 2001:db8::1:0 2001:db8::2 2001:db8:1 02001:db8::1 [2001:db8::1] [2001:db8::1]:443 2001:db8::1:443 [2001:db8::1 2001:db8::1] 12:2001:db8::1 10:15:2001:db8::1 x:2001:db8::1 2001:db8::1/64 2001:db8::1%eth0 2001-db8--1 2001_db8__1 2001-db8--1.example.net h-2001-db8--1 2001-db8-0-0-0-0-0-1 2001:db8-0_0:0:0:0:1'.split(
    ' ',
  ),
  ...'::ffff:203.0.113.10 ::ffff:cb00:710a ::203.0.113.10 ::cb00:710a 64:ff9b::203.0.113.10 64:ff9b::cb00:710a 2002:cb00:710a:: 2002:cb00:710a::1 2002:cb00:710b:: 1:2:3:4:5:6:cb00:710a 1:2:cb00:710a:5:6:7:8 1:cb:710a::'.split(
    ' ',
  ),
  '20010db8000000000000000000000001',
  '20010DB8000000000000000000000001',
  '020010db8000000000000000000000001',
  '20010db8000000000000000000000001a',
  '20010db800000000000000000000001',
  '0x20010db8000000000000000000000001',
  '00000000000000000000ffffcb00710a',
  '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa',
  '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.3.ip6.arpa',
  '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0',
  'b.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2',
  'aa1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2',
  ...'std::move a::b 14:03:07 1:2 :: ::1 fe80::1 a-b-c 12-34-56 deadbeef:cafe dead:beef'.split(' '),
]

/** Around the names `origin.example.net`, `db` and `büro.example`. `cdn.origin.example.net` is public. */
export const NAMED: readonly string[] = [
  ...'origin.example.net ORIGIN.Example.NET origin.example.net. origin-example-net origin_example_net origin;example;net origin|example|net origin~example~net origin..example..net origin/example/net origin+example+net originexample.net origin.example.ne origin.example.network xorigin.example.net origin.example.netx x-origin.example.net x.origin.example.net a.b.origin.example.net *.origin.example.net origin.example.net.cdn.example origin.example.net-1 origin.example.net:8080 https://origin.example.net/a user@origin.example.net cdn.origin.example.net cdn.origin.example.net.x x.cdn.origin.example.net www.shop.example shop.example origin.example www.shop.example.origin.example.net %2origin.example.net %22origin.example.net %2forigin.example.net %25origin.example.net %aorigin.example.net 2origin.example.net'.split(
    ' ',
  ),
  ...'db the-db //db //db/ //db. //db.x //db.internal http://db:5432/ user@db user@db, db:5432 db: db:x db.5432 //dbx x//db //db-1 DB:80 a.db:80 db_1:80'.split(
    ' ',
  ),
  ...'büro.example BÜRO.example bu\u{308}ro.example xn--bro-hoa.example XN--BRO-HOA.EXAMPLE buro.example x.büro.example büro-example'.split(
    ' ',
  ),
  'xn--büro.example',
  Buffer.from('büro.example').toString('base64'),
  Buffer.from('at büro.example and origin.example.net').toString('hex'),
  Buffer.from('büro.example', 'latin1').toString('base64'),
  `${'a'.repeat(250)}.origin.example.net`,
  `${'a.'.repeat(130)}origin.example.net`,
  `origin.example.net.${'a'.repeat(250)}`,
  'origin.example.net and origin.example.net',
  'origin.example.net,origin.example.net',
  'origin.example. net',
  'origin . example . net',
]

/** Texts with characters that are not visible, or that look like others. */
export const HARDLY_VISIBLE: readonly string[] = [
  'plain text – with… all → of ✓ our ✗ symbols',
  'a\tb\nc\r\nd',
  'a\u{0}\u{1}\u{1f}\u{7f}b',
  'a\u{2028}b\u{2029}c\u{2028}\u{2029}d',
  'a\u{2800}b\u{2800}\u{2800}c',
  'a\u{200b}b\u{200d}c\u{feff}d\u{ad}e',
  'a\u{202e}b\u{202c}c\u{2066}d\u{2069}',
  'a\u{d800}b\u{dc00}c',
  'a\u{e0041}\u{e007f}b',
  'e\u{301}e\u{301}\u{302}e\u{301}\u{302}\u{303}e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}f',
  '\u{301}\u{301}\u{301}\u{301}',
  'ａｂｃ１２３．',
  '𝟐𝟎𝟑.𝟎',
  '①②⑳ⓐ',
  'x²³¹⁰₉',
  '\u{1f100}\u{1f10a}\u{1f10b}',
  'Ünïcödé and 日本語',
  '  spaces   between  \u{a0}\u{a0} words  ',
  '\u{3000}wide\u{3000}\u{3000}spaces\u{3000}',
  '',
]

/** What the end of a text may leave of an escape, of a sign that is written differently, or of nothing. */
export const PARTIAL_ESCAPES: readonly string[] =
  '|.|:|-|/|%|%2|%2e|%25|%252|%252e|%2525|%25252|%e|%e2|%e2%80|%e2%80%|%e2%80%a|%g|%u|%u0|%u00|%u002|%u002e|\\|\\x|\\x2|\\x2e|\\u|\\u0|\\u00|\\u002|\\u002e|\\u{|\\u{2|\\u{2e|\\u{00002|\\u{000000|\\u{0000000|&|&#|&#4|&#46|&#x|&#x2|&#x2e|&p|&period|&periodperiod|[|[.|[d|[do|[dot|[:|(|(.|(d|(dot|{|{do|[x|...|..|....| |  |\u{2026}|\u{200b}|\u{ff0e}|\u{b7}'.split(
    '|',
  )
