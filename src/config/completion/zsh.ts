import { COMMAND_ROWS, MERGE_FLAGS } from '../command/rows.ts'
import type { Input } from '../inputs/inputs.ts'
import { FIRST_WORDS, HELP_TEXT, HELP_WORDS, SHELL_NAMES, VERSION_TEXT } from './words.ts'

/** Works as a file in a folder of `fpath`, and with `eval`. */
export function zshScript(): string {
  const first = FIRST_WORDS.map(([word, text]) => quoted(`${word}:${text}`))
  return `#compdef origin-gate
# Completion for origin-gate. Save it as _origin-gate in a folder of fpath, or add to ~/.zshrc after compinit:
# eval "$(origin-gate completion zsh)"
_origin-gate() {
  if (( CURRENT == 3 )); then
    case $words[2] in
      completion) compadd -- ${SHELL_NAMES}; return ;;
      help) compadd -- ${HELP_WORDS}; return ;;
    esac
  fi
  if [[ $words[2] == merge ]] && (( CURRENT > 2 )); then
    shift words
    (( CURRENT-- ))
    _arguments -S \\
      ${COMMAND_ROWS.filter(({ name }) => MERGE_FLAGS.includes(name))
        .map(specOf)
        .join(' \\\n      ')} \\
      '(- *)'{-h,--help}${quoted(`[${HELP_TEXT}]`)} \\
      '*:report:_files'
    return
  fi
  _arguments -S \\
    ${COMMAND_ROWS.map(specOf).join(' \\\n    ')} \\
    '(- *)'{-h,--help}${quoted(`[${HELP_TEXT}]`)} \\
    '(- *)'{-V,--version}${quoted(`[${VERSION_TEXT}]`)} \\
    '1: :_origin-gate_first' \\
    '*:URL:()'
}
_origin-gate_first() {
  local -a first=(${first.join(' ')})
  _describe command first
}
if [[ $funcstack[1] == _origin-gate ]]; then
  _origin-gate "$@"
else
  compdef _origin-gate origin-gate
fi
`
}

/** The flag as `_arguments` describes it. */
function specOf({ name, letter, short, takes, placeholder, completes }: Input): string {
  const text = short.replaceAll(/[[\]\\:]/g, String.raw`\$&`)
  if (takes === 'switch' && letter !== undefined)
    return `'(-${letter} --${name})'{-${letter},--${name}}${quoted(`[${text}]`)}`
  if (takes === 'switch') return quoted(`--${name}[${text}]`)
  const times = takes === 'list' ? '*' : ''
  return quoted(
    `${times}--${name}=[${text}]:${placeholder.replaceAll(':', String.raw`\:`)}:${valuesOf(takes, completes)}`,
  )
}

function valuesOf(takes: Input['takes'], completes: Input['completes']): string {
  if (completes === 'files') return '_files'
  if (completes.length === 0) return ' '
  // A list may have several items in one word.
  return takes === 'list' ? `_values -s , value ${completes.join(' ')}` : `(${completes.join(' ')})`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
