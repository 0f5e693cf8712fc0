import { COMMAND_ROWS } from '../command/rows.ts'
import { FIRST_WORDS, FLAGS, FLAGS_OF_MERGE, HELP_WORDS, SHELL_NAMES } from './words.ts'

/** For bash 3.2 and newer, without the package bash-completion. */
export function bashScript(): string {
  const valued = COMMAND_ROWS.filter(({ takes }) => takes !== 'switch')
  const names = (rows: typeof valued): string => rows.map(({ name }) => `--${name}`).join('|')
  const enumerations = valued.flatMap(({ name, completes, takes }) =>
    completes === 'files' || completes.length === 0
      ? []
      : [`    --${name}) words='${completes.join(' ')}'${takes === 'list' ? ' list=1' : ''} ;;`],
  )
  return `# Completion for origin-gate. Add to ~/.bashrc: eval "$(origin-gate completion bash)"
_origin_gate() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words='' files='' list='' before='' reply
  # bash splits --flag=value at the equals sign.
  if [[ $cur == = ]]; then
    cur=''
  elif [[ $prev == = ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $prev in
${enumerations.join('\n')}
    ${names(valued.filter(({ completes }) => completes === 'files'))}) files=1 ;;
    ${names(valued.filter(({ completes }) => completes.length === 0))}) ;;
    *)
      if [[ $COMP_CWORD -eq 2 && $prev == completion ]]; then
        words='${SHELL_NAMES}'
      elif [[ $COMP_CWORD -eq 2 && $prev == help ]]; then
        words='${HELP_WORDS}'
      elif [[ $cur == -* && \${COMP_WORDS[1]} == merge ]]; then
        words='${FLAGS_OF_MERGE}'
      elif [[ $cur == -* ]]; then
        words='${FLAGS}'
      elif [[ $COMP_CWORD -gt 1 && \${COMP_WORDS[1]} == merge ]]; then
        files=1
      elif [[ $COMP_CWORD -eq 1 ]]; then
        words='${FIRST_WORDS.map(([word]) => word).join(' ')}'
      fi ;;
  esac
  # A list may have several items in one word.
  if [[ -n $list && $cur == *,* ]]; then
    before=\${cur%,*},
    cur=\${cur##*,}
  fi
  COMPREPLY=()
  if [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r reply; do COMPREPLY+=("$reply"); done < <(compgen -f -- "$cur")
  elif [[ -n $words ]]; then
    while IFS= read -r reply; do COMPREPLY+=("$reply"); done < <(compgen -P "$before" -W "$words" -- "$cur")
  fi
}
complete -F _origin_gate origin-gate
`
}
