import { styleText } from 'node:util'

/**
 * A step's output as GitHub Actions displays it: groups expanded, masked values as `***`, annotations as text, and
 * no other commands.
 */
export function renderLog(stdout: string): string {
  const masks: string[] = []
  const output: string[] = []
  let indent = ''
  let resume = ''
  for (const line of stdout.trimEnd().split(/\r?\n/)) {
    const command = parseCommand(line)
    if (resume !== '') {
      // After ::stop-commands:: everything is text until its token appears.
      if (command?.name === resume) resume = ''
      else output.push(indent + line)
      continue
    }
    switch (command?.name) {
      case undefined:
        output.push(indent + line)
        break
      case 'group':
        output.push(styleText('bold', `▾ ${command.text}`))
        indent = '  '
        break
      case 'endgroup':
        indent = ''
        break
      case 'add-mask':
        masks.push(...command.text.split(/\r?\n/).filter((value) => value !== ''))
        break
      case 'stop-commands':
        resume = command.text
        break
      case 'error':
      case 'warning':
      case 'notice':
        output.push(indent + annotation(command))
        break
      default:
        break
    }
  }
  // A longer secret may contain a shorter one.
  const longestFirst = masks.toSorted((a, b) => b.length - a.length)
  return longestFirst.reduce((text, mask) => text.replaceAll(mask, '***'), output.join('\n'))
}

interface Command {
  readonly name: string
  readonly title: string
  readonly text: string
}

/** `::name key=value,key=value::text`, with `%25`, `%0D`, `%0A`, and in values also `%3A` and `%2C`. */
function parseCommand(line: string): Command | undefined {
  const [, name, properties = '', text = ''] = /^::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? []
  if (name === undefined) return undefined
  const title = /(?:^|,)title=([^,]*)/.exec(properties)?.[1] ?? ''
  return { name, title: decodeValue(title), text: decodeValue(text) }
}

const decodeValue = (text: string): string =>
  text.replaceAll(/%(25|0D|0A|3A|2C)/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )

function annotation({ name, title, text }: Command): string {
  const color = name === 'error' ? 'red' : name === 'warning' ? 'yellow' : 'blue'
  const label = `${name.charAt(0).toUpperCase()}${name.slice(1)}:`
  return `${styleText(color, label)} ${title === '' ? text : `${title}: ${text}`}`
}
