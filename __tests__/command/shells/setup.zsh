PS1=
setopt no_beep
LISTMAX=1000
autoload -Uz compinit
compinit -D -u
eval "$(origin-gate completion zsh)"
# Prints the line that is being edited, and clears it.
show() { zle -I; print -r -- "<<<$BUFFER>>>"; BUFFER= }
zle -N show
bindkey '^Xp' show
bindkey '^I' complete-word
bindkey '^Xl' list-choices
print -r -- '<<<'ready'>>>'
