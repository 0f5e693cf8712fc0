import { execFileSync } from 'node:child_process'

// `git diff` would miss a chunk that is new and not yet known to git.
const changes = execFileSync('git', ['status', '--porcelain', '--', 'dist'], { encoding: 'utf8' })
if (changes === '') {
  console.log('dist/ is what src/ builds to.')
} else {
  console.error(`dist/ was not what src/ builds to. Commit it together with the source:\n${changes}`)
  process.exitCode = 1
}
