import type { WitnessName } from '../../scripts/witness/case.ts'
import type { Feature } from '../../scripts/witness/features.ts'

/** `differs`: it reads another status, body or header than we do. The others contradict its column of the table. */
export const EFFECTS = ['accepts', 'rejects', 'differs'] as const
export type Effect = (typeof EFFECTS)[number]

export interface ListedDifference {
  /** The RFC and section of the sentence, such as `9112 5.2`. */
  readonly rfc: string
  /** The sentence or grammar rule that shows that our reading, or our row of the table, is right. */
  readonly sentence: string
  /** The effects to expect from each witness. */
  readonly who: Readonly<Partial<Record<WitnessName, readonly Effect[]>>>
}

/** Allows a recipient to continue after a harmless fault that no other sentence covers. */
const RECOVERY = {
  rfc: '9110 2.4',
  sentence:
    'Unless noted otherwise, a recipient MAY attempt to recover a usable protocol element from an invalid construct.',
} as const

const BLANKS_AROUND_VALUE = {
  rfc: '9112 5.1',
  sentence:
    'The field line value does not include that leading or trailing whitespace: OWS occurring before the first non-whitespace octet of the field line value, or after the last non-whitespace octet of the field line value, is excluded by parsers when extracting the field line value from a field line.',
} as const

const BAD_BLANKS = {
  rfc: '9110 5.6.3',
  sentence:
    'A recipient MUST parse for such bad whitespace and remove it before interpreting the protocol element.',
} as const

const BARE_CR = {
  rfc: '9112 2.2',
  sentence:
    'A recipient of such a bare CR MUST consider that element to be invalid or replace each bare CR with SP before processing the element or forwarding the message.',
} as const

const INTERIM = {
  rfc: '9110 15.2',
  sentence:
    'A client MUST be able to parse one or more 1xx responses received prior to a final response, even if the client does not expect one.',
} as const

const INCOMPLETE = {
  rfc: '9112 8',
  sentence:
    'A message body that uses the chunked transfer coding is incomplete if the zero-sized chunk that terminates the encoding has not been received. A message that uses a valid Content-Length is incomplete if the size of the message body received (in octets) is less than the value given by Content-Length.',
} as const

/**
 * Every expected difference between our reader and the others. A difference that isn't listed fails the check, and
 * so does a listed one that a long run doesn't find. Seen with Node 24.21.0 (llhttp 9.4.3), undici 8.12.4, curl 7.88.1,
 * nginx 1.22.1 and HAProxy 2.6.12; other versions may differ.
 */
export const DIFFERENCES: Readonly<Partial<Record<Feature, ListedDifference>>> = {
  // The status line.
  'not-http': {
    rfc: '9112 2.3',
    sentence: 'HTTP-name = %s"HTTP"',
    who: { node: ['accepts'], undici: ['accepts'], 'node-lenient': ['accepts'], haproxy: ['accepts'] },
  },
  'http-version': {
    rfc: '9110 6.2',
    sentence: 'A server MUST NOT send a version to which it is not conformant.',
    who: {
      node: ['accepts'],
      undici: ['accepts'],
      'node-lenient': ['accepts'],
      curl: ['accepts', 'differs'],
      nginx: ['accepts'],
      haproxy: ['accepts'],
    },
  },
  'http-minor-version': {
    rfc: '9110 2.5',
    sentence:
      'A recipient that receives a message with a major version number that it implements and a minor version number higher than what it implements SHOULD process the message as if it was in the highest minor version within that major version to which the recipient is conformant.',
    who: { 'node-lenient': ['accepts'] },
  },
  'empty-line-before-status-line': { ...RECOVERY, who: { curl: ['rejects'], nginx: ['rejects'] } },
  'status-line-blanks': {
    rfc: '9112 4',
    sentence:
      'recipients MAY instead parse on whitespace-delimited word boundaries and, aside from the line terminator, treat any form of whitespace as the SP separator above while ignoring preceding or trailing whitespace',
    who: { 'node-lenient': ['rejects'], curl: ['rejects'], nginx: ['rejects'] },
  },
  'status-code': {
    rfc: '9112 4',
    sentence: 'status-code = 3DIGIT',
    who: { node: ['accepts'], 'node-lenient': ['accepts'], curl: ['accepts'] },
  },
  'control-in-reason': {
    rfc: '9112 4',
    sentence: 'reason-phrase = 1*( HTAB / SP / VCHAR / obs-text )',
    who: { curl: ['rejects'], nginx: ['accepts'], haproxy: ['accepts'] },
  },
  'unrequested-upgrade': {
    rfc: '9110 7.8',
    sentence:
      "A server MUST NOT switch to a protocol that was not indicated by the client in the corresponding request's Upgrade header field.",
    who: { node: ['accepts'], 'node-lenient': ['accepts'], curl: ['accepts'] },
  },
  // HAProxy also takes a chunked body for complete if it ends right after the head.
  'interim-response': {
    ...INTERIM,
    who: { undici: ['rejects'], nginx: ['rejects'], haproxy: ['differs'] },
  },
  'interim-response-in-http-1.0': { ...INTERIM, who: { node: ['rejects'] } },

  // Lines and fields.
  'bare-cr': {
    ...BARE_CR,
    who: { 'node-lenient': ['rejects', 'differs'], curl: ['rejects', 'differs'], nginx: ['accepts'] },
  },
  'cr-in-cut-line': { ...BARE_CR, who: { 'node-lenient': ['accepts'] } },
  'folded-line': {
    rfc: '9112 5.2',
    sentence:
      'A user agent that receives an obs-fold in a response message that is not within a "message/http" container MUST replace each received obs-fold with one or more SP octets prior to interpreting the field value.',
    who: { curl: ['rejects', 'differs'], nginx: ['rejects'] },
  },
  'blank-before-first-field': {
    rfc: '9112 2.2',
    sentence:
      'A recipient that receives whitespace between the start-line and the first header field MUST either reject the message as invalid or consume each whitespace-preceded line without further processing of it until a properly formed header field is received or the header section is terminated.',
    who: {
      'node-lenient': ['rejects', 'differs'],
      curl: ['rejects'],
      nginx: ['accepts'],
      haproxy: ['accepts'],
    },
  },
  'line-without-colon': {
    rfc: '9112 5',
    sentence: 'field-line = field-name ":" OWS field-value OWS',
    who: { nginx: ['accepts'] },
  },
  'field-name': {
    rfc: '9110 5.1',
    sentence: 'field-name = token',
    who: { 'node-lenient': ['rejects'], nginx: ['accepts'], haproxy: ['accepts'] },
  },
  'field-name-not-ascii': { ...RECOVERY, who: { 'node-lenient': ['rejects'], haproxy: ['rejects'] } },
  'blank-before-colon': {
    rfc: '9112 5.1',
    sentence:
      'A proxy MUST remove any such whitespace from a response message before forwarding the message downstream.',
    who: { 'node-lenient': ['rejects'], curl: ['differs'], nginx: ['rejects'], haproxy: ['rejects'] },
  },
  'nul-in-field': {
    rfc: '9110 5.5',
    sentence:
      'a recipient of CR, LF, or NUL within a field value MUST either reject the message or replace each of those characters with SP before further processing or forwarding of that message.',
    who: { 'node-lenient': ['accepts'], curl: ['differs'], nginx: ['accepts'], haproxy: ['accepts'] },
  },
  'control-in-field': {
    rfc: '9110 5.5',
    sentence: 'Field values containing other CTL characters are also invalid',
    who: { nginx: ['accepts'], haproxy: ['accepts'] },
  },

  // The end of the body.
  'content-length-invalid': {
    rfc: '9112 6.3',
    sentence:
      'If a message is received without Transfer-Encoding and with an invalid Content-Length header field, then the message framing is invalid and the recipient MUST treat it as an unrecoverable error',
    who: {
      node: ['accepts'],
      undici: ['accepts'],
      'node-lenient': ['accepts'],
      curl: ['accepts', 'differs'],
      nginx: ['rejects', 'differs'],
      haproxy: ['rejects'],
    },
  },
  'content-length-repeated': {
    rfc: '9112 6.3',
    sentence:
      'unless the field value can be successfully parsed as a comma-separated list, all values in the list are valid, and all values in the list are the same (in which case, the message is processed with that single value used as the Content-Length field value)',
    who: { 'node-lenient': ['rejects'] },
  },
  'content-length-conflict': {
    rfc: '9112 6.3',
    sentence:
      'If it is in a response message received by a proxy, the proxy MUST close the connection to the server, discard the received response, and send a 502 (Bad Gateway) response to the client.',
    who: { curl: ['accepts', 'differs'], nginx: ['accepts', 'differs'] },
  },
  'tab-before-length': { ...BLANKS_AROUND_VALUE, who: { nginx: ['differs'] } },
  'blank-after-value': { ...BLANKS_AROUND_VALUE, who: { undici: ['differs'] } },
  'blank-after-length': { ...BLANKS_AROUND_VALUE, who: { undici: ['rejects'] } },
  'content-length-with-transfer-encoding': {
    rfc: '9112 6.3',
    sentence:
      'If a message is received with both a Transfer-Encoding and a Content-Length header field, the Transfer-Encoding overrides the Content-Length.',
    who: { 'node-lenient': ['rejects'], haproxy: ['rejects'] },
  },
  // We take the length, as nginx and browsers do. By RFC 9112, section 6.3, the body would end with the connection.
  'transfer-encoding-unknown': {
    ...RECOVERY,
    who: {
      node: ['rejects'],
      'node-lenient': ['rejects', 'differs'],
      curl: ['rejects', 'differs'],
      nginx: ['rejects', 'differs'],
      haproxy: ['rejects'],
    },
  },
  'transfer-encoding-repeated': {
    rfc: '9112 6.1',
    sentence:
      'A sender MUST NOT apply the chunked transfer coding more than once to a message body (i.e., chunking an already chunked message is not allowed).',
    who: { haproxy: ['rejects'] },
  },
  'empty-coding': {
    rfc: '9110 5.6.1.2',
    sentence: 'A recipient MUST parse and ignore a reasonable number of empty list elements',
    who: { node: ['differs'], undici: ['differs'], 'node-lenient': ['differs'], haproxy: ['rejects'] },
  },
  'framing-without-body': {
    rfc: '9112 6.3',
    sentence:
      'Any response to a HEAD request and any response with a 1xx (Informational), 204 (No Content), or 304 (Not Modified) status code is always terminated by the first empty line after the header fields, regardless of the header fields present in the message, and thus cannot contain a message body or trailer section.',
    who: { node: ['rejects'], undici: ['rejects'], 'node-lenient': ['rejects'], haproxy: ['rejects'] },
  },
  'cut-head': {
    rfc: '9112 8',
    sentence:
      'If a response terminates in the middle of the header section (before the empty line is received) and the status code might rely on header fields to convey the full meaning of the response, then the client cannot assume that meaning has been conveyed',
    who: { curl: ['accepts'] },
  },
  'cut-body': { ...INCOMPLETE, who: { curl: ['accepts'] } },

  // Chunks and trailers.
  'chunk-size': {
    rfc: '9112 7.1',
    sentence: 'chunk-size = 1*HEXDIG',
    who: { curl: ['accepts'], nginx: ['accepts'] },
  },
  'chunk-size-blanks': { ...BAD_BLANKS, who: { 'node-lenient': ['rejects'] } },
  'blank-in-extension': {
    ...BAD_BLANKS,
    who: { node: ['rejects'], undici: ['rejects'], 'node-lenient': ['rejects'] },
  },
  'chunk-extension': {
    rfc: '9112 7.1.1',
    sentence: 'A recipient MUST ignore unrecognized chunk extensions.',
    who: { node: ['accepts'], undici: ['accepts'], 'node-lenient': ['rejects'] },
  },
  'chunk-end': {
    rfc: '9112 7.1',
    sentence: 'chunk = chunk-size [ chunk-ext ] CRLF chunk-data CRLF',
    who: { 'node-lenient': ['accepts'], curl: ['accepts'] },
  },
  'trailer-field': {
    rfc: '9112 7.1.2',
    sentence:
      'A recipient that removes the chunked coding from a message MAY selectively retain or discard the received trailer fields.',
    who: { node: ['rejects'], undici: ['rejects'] },
  },
}
