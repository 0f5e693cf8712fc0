import { execFileSync } from 'node:child_process'

// `git diff` would miss a new chunk that git doesn't track yet.
const changes = execFileSync('git', ['status', '--porcelain', '--', 'dist'], { encoding: 'utf8' })
if (changes === '') {
  console.log('dist/ matches src/.')
} else {
  console.error(`dist/ didn't match src/. Commit the new build together with the source:\n${changes}`)
  process.exitCode = 1
}
