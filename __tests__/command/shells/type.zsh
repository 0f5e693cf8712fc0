# usage: zsh -f type.zsh SHELL SETUP KEYS LINE...
# Types each line and the keys into a real shell. Prints what the shell shows up to the resulting line, and a null byte.
zmodload zsh/zpty
case $1 in
  zsh) zpty shell zsh -f -i ;;
  bash) zpty shell bash --noprofile --norc -i ;;
esac
local shown keys=$3
zpty -w shell " source ${(q)2}"
zpty -r shell shown '*<<<ready>>>*'
shift 3
for line; do
  zpty -w -n shell "$line$keys"$'\C-xp'
  zpty -r shell shown '*<<<*>>>*'
  print -rn -- $shown$'\0'
done
zpty -d shell
