PS1=
eval "$(origin-gate completion bash)"
bind 'set bell-style none'
bind 'set enable-bracketed-paste off'
# Prints the line that is being edited, and clears it.
show() {
  printf '\n<<<%s>>>\n' "$READLINE_LINE"
  READLINE_LINE=
}
bind -x '"\C-xp": show'
printf '<<<%s>>>\n' ready
