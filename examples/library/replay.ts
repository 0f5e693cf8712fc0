import { readFile } from 'node:fs/promises'
import { replay } from 'origin-gate'

const report = await replay(await readFile('run.json', 'utf8'))
console.log(report.sites[0].headline)
