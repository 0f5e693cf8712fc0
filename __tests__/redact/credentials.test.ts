import { describe, expect, test } from '@jest/globals'
import { withoutCredentials } from '../../src/redact/response/credentials.ts'

const SECRET = 'hunter2-Correct'

describe('what a page prints of credentials is hidden', () => {
  test.each([
    ['an environment dump', `DB_HOST=db\nDB_PASSWORD=${SECRET}\nAPP_ENV=prod`],
    ['JSON', `{"user":"shop","api_key":"${SECRET}","debug":true}`],
    ['escaped JSON', `{\\"secret\\":\\"${SECRET}\\"}`],
    ['YAML', `database:\n  password: ${SECRET}\n  port: 5432`],
    ['a PHP array', `["DB_PASSWORD"]=>\n  string(15) "${SECRET}"`],
    ['a printed PHP array', `[SECRET_KEY] => ${SECRET}`],
    ['a table', `<tr><td>DB_PASSWORD</td><td class="code"><pre>'${SECRET}'</pre></td></tr>`],
    ['a list', `<dt>APP_SECRET</dt><dd>${SECRET}</dd>`],
    ['escaped HTML', `&quot;password&quot;: &quot;${SECRET}&quot;`],
    ['camel case', `clientSecret: '${SECRET}'`],
    ['a connection string', `Server=db;User Id=sa;Password=${SECRET};Encrypt=true`],
    ['a header', `Authorization: Bearer ${SECRET}`],
    ['a header with another scheme', `Authorization: Basic aHVudGVyMjpDb3JyZWN0`],
    ['a private key', `-----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY-----`],
    ['a private key that is cut', `-----BEGIN PRIVATE KEY-----\nhunter2`],
    ['a token of GitHub', 'remote: ghp_hunter2hunter2hunter2 is invalid'],
    ['a JSON Web Token', 'session eyJhunter2hunter2.eyJzdWIiOiIxIn0.c2ln expired'],
    ['a key of AWS', 'using AKIAHUNTER2HUNTER2AB in eu-west-1'],
  ])('in %s', (_, text) => {
    const shown = withoutCredentials(text)
    expect(shown).toContain('***')
    expect(shown.toLowerCase()).not.toMatch(/hunter2|ahvudgvy/)
  })
})

test.each([
  'Basic authentication is required. Bearer tokens are accepted.',
  '<label for="password">Password</label><input type="password" name="password" autocomplete="off">',
  'The primary key: customers.id. sort_key=price',
  '<a href="/reset-password">Forgot the password?</a>',
  'Error: connect ECONNREFUSED db:5432',
  'nginx/1.22.1',
])('the rest of a page stays as it is: %s', (text) => {
  expect(withoutCredentials(text)).toBe(text)
})

test('the settings around a credential stay', () => {
  expect(withoutCredentials(`DB_HOST=db\nDB_PASSWORD=${SECRET}\nAPP_ENV=prod`)).toBe(
    'DB_HOST=db\nDB_PASSWORD=***\nAPP_ENV=prod',
  )
})

test.each([
  ['a long name', 'a'.repeat(6000)],
  ['many separators', `password${'"]'.repeat(3000)}`],
  ['many tags', `password:${'<td>'.repeat(1500)}`],
  ['many keys', '-----BEGIN PRIVATE KEY-----'.repeat(220)],
  ['many names', 'token:'.repeat(1000)],
])('a hostile body ends: %s', (_, text) => {
  // A pattern that backtracks would exceed the time limit of a test.
  expect(withoutCredentials(text.slice(0, 6000)).length).toBeLessThanOrEqual(6000)
})
