/** A word or phrase that the project does not use, and what it writes in its place. */
export interface Rule {
  /** The left column of the glossary in CONTRIBUTING.md. */
  readonly avoid: string
  readonly write: string
  /** Finds it in prose: comments, strings, Markdown, YAML, file names. Needs the flag `g`. */
  readonly prose: RegExp
  /** Finds it in a part of an identifier, in lower case: `look` and `again` of `lookAgain`. */
  readonly name?: RegExp
  /** Whole identifiers that may have it. */
  readonly allowed?: RegExp
}

/**
 * The only list of these words. `npm run voice` searches for them, and `npm run docs` writes the glossary of CONTRIBUTING.md
 * from it.
 */
export const RULES: readonly Rule[] = [
  {
    avoid: 'a look, looks (noun)',
    write: 'a check (user text), a round (code)',
    prose: any(
      String.raw`\b(?:an?|the|each|every|one|first|last|next|second|third|earlier|previous|per|single|another|whole|quick) look\b`,
      String.raw`\b(?:\d+|the|few|many|several|two|three|four|five|ten|both|between|of|failing|failed|earlier|healthy|good|more) looks\b`,
      String.raw`\blooks? (?:in|of|over|ago|failed|took)\b`,
      String.raw`["'.\x60]looks["'\x60]`,
    ),
    name: /^look(?:s|ed|ing)?$/,
    // The type of a step that changes nothing.
    allowed: /^(?:looks?|Look)$/,
  },
  {
    avoid: 'ask (HTTP, TLS, DNS)',
    write: 'request (HTTP, TLS), query (DNS)',
    prose: any(
      String.raw`\b(?:is|are|was|were|be|been|being|not|never|when|if|once|twice) asked\b`,
      String.raw`\basked (?:directly|through|again|once|twice|for|over|without|with|by|at|in)\b`,
      String.raw`\bask(?:s|ed|ing)? (?:again|over|with|without|once|twice|directly|what|for (?:an?|the|it|its))\b`,
      String.raw`\bask(?:s|ed|ing)? (?:(?:the|an?|every|each|its|this) )?(?:origins?|edge|site|server|resolvers?|DNS|name servers?|Cloudflare(?! support)|GitHub)\b(?!')`,
    ),
    name: /^ask(?:s|ed|ing)?$/,
  },
  {
    avoid: 'answer (HTTP)',
    write: 'response, respond; "answer" belongs to DNS',
    prose: any(
      String.raw`\banswer(?:s|ed|ing)? (?:with )?(?:an? )?(?:\d{3}|[1-5]xx|HTTP|page|redirect|status|requests?|nothing)\b`,
      String.raw`\b(?:edge|origins?|site|application|app|web server|visitors?|Cloudflare|page|HTTP)(?:'s)? (?:does not |doesn't |did not |never |no longer |still |then |also |only |always |first |last )?answer(?:s|ed|ing)?\b`,
    ),
  },
  { avoid: 'told', write: 'reported, printed, shown, known', prose: /\btold\b/gi, name: /^told$/ },
  {
    avoid: 'tell (report, distinguish)',
    write: 'report, print, show, distinguish',
    prose: any(
      String.raw`\b(?:tells|telling)\b`,
      String.raw`(?<!\b(?:cannot|can't|couldn't|could not|can not|hard to|able to) )\btell\b`,
      String.raw`\btell (?:[\w'-]+ ){1,8}from\b`,
    ),
    name: /^tell(?:s|ing)?$/,
  },
  {
    avoid: 'said, heard (replies)',
    write: 'reply, response, message',
    prose: any(String.raw`\b(?:is|was|be|been) (?:said|heard)\b`),
    name: /^(?:said|heard|unheard)$/,
  },
  {
    avoid: 'a name leads to',
    write: 'resolves to, points to, redirects to',
    prose: any(
      String.raw`\b(?:leads?|led|leading) (?:\w+ly )?(?:to|nowhere|straight|there|past|into|back|away|on|out)\b`,
      String.raw`\b(?:names?|records?|redirects?|hosts?) (?:\w+ )?leads?\b`,
    ),
    name: /^(?:leads|led)$/,
  },
  { avoid: 'mend', write: 'fix, repair', prose: /\bmend(?:s|ed|ing)?\b/gi, name: /^mend(?:s|ed|ing)?$/ },
  { avoid: 'heed', write: 'respect, honor', prose: /\bheed(?:s|ed|ing)?\b/gi, name: /^heed(?:s|ed|ing)?$/ },
  {
    avoid: 'whoever, nobody, anybody, somebody, everybody',
    write: 'the client, the user, no one; or passive voice',
    prose: /\b(?:who(?:so)?ever|nobody|anybody|somebody|everybody)\b/gi,
    name: /^(?:whoever|nobody|anybody|somebody|everybody)$/,
  },
  {
    avoid: 'is no X',
    write: 'is not a valid X, is not an X',
    prose:
      /(?<!\b[Tt]here\s+)\b(?:is|are|was|were)\s+no\s+(?!longer\b|more\b|less\b|other\b|worse\b|better\b|different\b|slower\b|larger\b|smaller\b|later\b)(?=[\w"'`“])/g,
  },
  {
    avoid: 'a page of Cloudflare',
    write: 'a Cloudflare page, the Cloudflare page',
    prose:
      /(?<!\b(?:outside|front|instead|because|ahead|upstream|downstream|independent|independently|out|most|part|regardless|behalf)\s+)\bof\s+Cloudflare\b(?!'s|\s+[A-Z])/g,
  },
  {
    avoid: 'turns away, lets in',
    write: 'rejects, blocks; admits, allows',
    prose: any(
      String.raw`\bturn(?:s|ed|ing)? (?:\w+ )?away\b`,
      String.raw`\blet(?:s|ting)? (?:(?:the |a |an )?[\w']+ )?in\b(?! a\b)`,
      String.raw`\bnot let (?:us|it|them|you) in\b`,
    ),
  },
  {
    avoid: 'shows a certificate',
    write: 'presents, serves a certificate',
    prose: any(
      String.raw`\bshow(?:s|n|ed|ing)? (?:an?|the|its|another|no|one|only) (?:[\w'-]+ ){0,3}certificates?\b`,
      String.raw`\bcertificates? (?:\w+ ){0,2}(?:is|was|it|origin|server) shows?n?\b`,
    ),
  },
  {
    avoid: 'a handshake comes about',
    write: 'completes, succeeds',
    prose: /\b(?:come|comes|coming|came)\s+about\b/gi,
  },
  {
    avoid: 'stays silent',
    write: 'sends no response, times out',
    prose:
      /\b(?:stay|stays|stayed|staying|remains?|remained|keeps?|falls?|fell|goes|went|is|was)\s+silent\b/gi,
  },
  {
    avoid: 'the way (there)',
    write: 'path, route, connection',
    prose: any(
      String.raw`\b(?:the|this|that|its|their|no) way there\b`,
      String.raw`\b(?:on|along) (?:the|its|their) way\b(?! out)`,
      String.raw`\bthe way (?:to (?:the|it|them|an?) |is\b|back\b|between\b)`,
    ),
  },
  { avoid: 'in the clear', write: 'over plain HTTP, unencrypted', prose: /\bin\s+the\s+clear\b/gi },
  { avoid: 'beside', write: 'next to, besides, in parallel', prose: /\bbeside\b/gi, name: /^beside$/ },
  {
    avoid: 'since (reason)',
    write: 'because; "since" is for time',
    prose: any(
      String.raw`,\s+since (?!then\b|when\b|\d|v\d|[$][{]|the (?:start|beginning|last|deploy)\b)`,
      String.raw`(?:^|[.:(] )Since (?:it|its|that|this|no|only|every|each|both|all|nothing|what|there|we|they|Cloudflare|an?) `,
    ),
  },
  {
    avoid: 'puts up with, in vain, at hand, all the same, as it were, whither',
    write: 'tolerates, without success, available, still, …',
    prose: any(
      String.raw`\b(?:put|puts|putting) up with\b`,
      String.raw`\bin vain\b`,
      String.raw`\bat hand\b`,
      String.raw`(?<!\b(?:is|are|were|was|be) )\ball the same\b(?! \w)`,
      String.raw`\bas it were\b`,
      String.raw`\b(?:whither|whence|thither|hither)\b`,
    ),
    name: /^(?:whither|whence)$/,
  },
  {
    avoid: 'he, his (a server or a user)',
    write: 'it, they',
    prose: /\b(?:[Hh]e|[Hh]im|[Hh]is|[Hh]imself)\b/g,
  },
  {
    avoid: 'well, sound (healthy)',
    write: 'healthy, valid',
    prose: any(
      String.raw`\b(?:is|are|was|were|be|been|stays?|not) well\b(?![- ](?:known|formed|within|below|above|over|under|defined|tested|documented|behaved|past|supported))`,
      String.raw`\b(?:is|are|was|were) sound\b`,
      String.raw`\b(?:a|the|every|each) sound (?:site|origin|server|certificate|response|page|name|host)\b`,
    ),
  },
  { avoid: 'says so', write: 'says what it says: name the thing', prose: /\b(?:say|says|said)\s+so\b/gi },
]

interface Exception {
  /** A file, or a folder with a slash at the end. */
  readonly path: string
  /** The left columns of the rules that don't apply there; absent: no rule applies. */
  readonly avoid?: readonly string[]
  readonly why: string
}

const LOOK = 'a look, looks (noun)'
const TOLD = 'told'
const ASK = 'ask (HTTP, TLS, DNS)'
const LEADS = 'a name leads to'

/** At most ten. */
export const EXCEPTIONS: readonly Exception[] = [
  { path: 'scripts/voice/words.ts', why: 'the list itself' },
  { path: '__tests__/voice.test.ts', why: 'plants violations' },
  { path: 'src/report/schema-1/', avoid: [LOOK, TOLD], why: 'has the keys of schema 1' },
  { path: '__tests__/report/json-schema-1.txt', avoid: [LOOK, TOLD], why: 'has the keys of schema 1' },
  { path: '__tests__/shell/cancel.test.ts', avoid: [LOOK], why: 'reads keys of schema 1' },
  { path: 'src/recording/migrate.ts', avoid: [LOOK, TOLD, ASK, LEADS], why: 'has the keys of version 1' },
]

/** Alternatives in one expression. A space stands for any white space, so that a phrase may run over a line's end. */
function any(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join('|').replaceAll(' ', String.raw`\s+`), 'gi')
}
