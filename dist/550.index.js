const pe=550,ge=[550],me={7550:((ce,L,a)=>{a.r(L),a.d(L,{runSubcommand:()=>le});var r=a(6422),m=a(8257),N=a(3333);const fe="find out why a site behind Cloudflare returns 502 or 52x",P="Requests a site through Cloudflare and directly from its origin. If visitors get an error, it names the cause and lists the next steps.",D=[{name:"origin-gate www.example.com --origin 203.0.113.10",text:"Compare what visitors get with what the origin returns:"},{name:"origin-gate www.example.com --origin 203.0.113.10 --wait 3m && ./promote",text:"Wait up to three minutes after a deploy, and promote only a healthy site:"},{name:"origin-gate www.example.com --origin 203.0.113.10 --record run.json",text:"Record the run for a colleague or a bug report:"}],V=[{name:"-",text:"As a URL: read URLs from standard input, one per line. Lines that start with # are comments."},{name:"DURATION",text:"`500ms`, `10s`, `2m`, `1h` or a whole number of seconds."},{name:"PEM",text:"The path of a PEM file, or PEM text."}],y="Repeat a flag such as `--origin` or `--headers` for several values.",b=[{name:"ORIGIN_GATE_FLAG_NAME",text:"Any flag, such as `ORIGIN_GATE_ORIGIN` for `--origin`. Flags take precedence, even empty ones."},...N.Fr.map(([e,t])=>({name:t,text:`\`--${e}\``})),{name:"HTTPS_PROXY, ALL_PROXY, NO_PROXY",text:"Proxy for all requests (`http://`, `https://`, `socks5://`), and hosts that bypass it."},{name:"NODE_EXTRA_CA_CERTS",text:"File of additional CAs to trust."},{name:"NO_COLOR, FORCE_COLOR",text:"Turn colors off or on."},{name:"ORIGIN_GATE_DEBUG",text:"Set to 1 to print how long each request took, and the full stack trace of an error."}],j="Other users can see the flags of a process. Pass secrets in environment variables instead.",G=[{name:"0",text:"The site is healthy, or `--fail-on` does not name the outcome."},{name:"1",text:"The site is unhealthy, or has a warning and `--fail-on` names `warning`."},{name:"2",text:"The check could not run: wrong flag, old Node, or an error in origin-gate."},{name:"3",text:"Inconclusive: the check could not judge the site."},{name:"130, 143",text:"Stopped by SIGINT (Ctrl-C) or SIGTERM."}],U=[{name:"-h, --help [FLAG]",text:"Print this text, or help on one flag"},{name:"-V, --version",text:"Print the version"}],W="https://github.com/origin-gate/origin-gate/blob/v1/docs/command.md";var x=a(3480),l=a(4105);const F=100,H=48,q=[{from:92,column:34},{from:72,column:31}],X="      ",T="Usage: origin-gate [options] URL...",Y=["origin-gate help FLAG","origin-gate completion bash|zsh|fish"];function z(e){const t=d(e),o=J().map(n=>{const i=l.q5.filter(s=>s.group===n);return h(m.fd[n],p(i.map(K),t))});return $([[T,...Y.map(n=>`       ${n}`)],(0,r.LV)(P,t,""),_(t),...o,h("Help",p(U,t)),h("Values",[...p(V,t,12),...(0,r.LV)(g(y),t,"  ")]),["Environment:",...p(b,t),...(0,r.LV)(j,t,"  ")],h("Exit codes",p(G,t,12)),[`Docs: ${W}`]])}function k(e){const t=d(e);return $([[T],(0,r.LV)(P,t,""),_(t),(0,r.LV)("`origin-gate --help` lists all flags.",t,"")])}function B(e,t){const o=d(t),n=w(e);return $([[A(e)],(0,r.LV)(e.shells==="action"?e.description:(0,x.G)(e.description),o,""),e.shells==="action"?["It works only in the Action."]:[...n===""?[]:(0,r.LV)(`Default: ${n}.`,o,""),...(0,r.LV)(`Environment: ${(0,l.VE)(e.name)}`,o,""),...e.takes==="list"?["The flag can be repeated."]:[],...e.scope==="site"&&e.name!=="url"?(0,r.LV)("It can differ between the sites of `--config`.",o,""):[]]])}function J(){return[...new Set(l.q5.map(({group:e})=>e))].toSorted((e,t)=>C.indexOf(e)-C.indexOf(t))}const C=Object.keys(m.fd);function d(e){return Math.min(Math.max(e,H),F)}function h(e,t){return[`${e}:`,...t]}function $(e){return`${e.map(t=>t.join(`
`)).join(`

`)}
`}function _(e){const t=D.flatMap(({name:o,text:n})=>(0,r.LV)(n,e,"  ").concat(`    ${o}`));return h("Examples",t)}function K(e){const t=g(w(e));return{name:A(e),text:t===""?e.short:`${e.short} (default: ${t})`}}function A(e){return`${e.letter===void 0?"":`-${e.letter}, `}--${e.name} ${e.placeholder}`.trimEnd()}function w(e){return e.takes==="switch"?"":(0,x.G)(e.commandDefault??((0,m.jx)("command",e)||e.fallback))}function p(e,t,o=q.find(({from:n})=>t>=n)?.column){return e.flatMap(({name:n,text:i})=>{const s=`  ${n}`;if(o===void 0)return[s,...(0,r.LV)(g(i),t,X)];const u=" ".repeat(o);return s.length+2>o?[s,...(0,r.LV)(g(i),t,u)]:(0,r.LV)(g(i),t,s.padEnd(o),u)})}function g(e){return e.replaceAll("`","")}var Q=a(7445);const O=[["help","Print help on one flag"],["completion","Print a completion script for a shell"]],I="Print help",M="Print the version",E=Q.O.join(" "),R=l.q5.map(({name:e})=>e).join(" ");function Z(){const e=l.q5.filter(({takes:n})=>n!=="switch"),t=n=>n.map(({name:i})=>`--${i}`).join("|");return`# Completion for origin-gate. Add to ~/.bashrc: eval "$(origin-gate completion bash)"
_origin_gate() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words='' files='' list='' before='' reply
  # bash splits --flag=value at the equals sign.
  if [[ $cur == = ]]; then
    cur=''
  elif [[ $prev == = ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $prev in
${e.flatMap(({name:n,completes:i,takes:s})=>i==="files"||i.length===0?[]:[`    --${n}) words='${i.join(" ")}'${s==="list"?" list=1":""} ;;`]).join(`
`)}
    ${t(e.filter(({completes:n})=>n==="files"))}) files=1 ;;
    ${t(e.filter(({completes:n})=>n.length===0))}) ;;
    *)
      if [[ $COMP_CWORD -eq 2 && $prev == completion ]]; then
        words='${E}'
      elif [[ $COMP_CWORD -eq 2 && $prev == help ]]; then
        words='${R}'
      elif [[ $cur == -* ]]; then
        words='${l.q5.map(({name:n})=>`--${n}`).join(" ")} --help --version'
      elif [[ $COMP_CWORD -eq 1 ]]; then
        words='${O.map(([n])=>n).join(" ")}'
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
`}function ee(){return`${["# Completion for origin-gate. Save it as ~/.config/fish/completions/origin-gate.fish","complete -c origin-gate -f",...O.map(([t,o])=>`complete -c origin-gate -n 'test (count (commandline -opc)) -eq 1' -a ${t} -d ${c(o)}`),`complete -c origin-gate -n '__fish_seen_subcommand_from completion' -a ${c(E)}`,`complete -c origin-gate -n '__fish_seen_subcommand_from help' -a ${c(R)}`,...l.q5.map(te),`complete -c origin-gate -s h -l help -d ${c(I)}`,`complete -c origin-gate -s V -l version -d ${c(M)}`].join(`
`)}
`}function te({name:e,letter:t,short:o,takes:n,completes:i}){return`complete -c origin-gate${t===void 0?"":` -s ${t}`} -l ${e}${ne(n,i)} -d ${c(o)}`}function ne(e,t){if(e==="switch")return"";if(t==="files")return" -r -F";if(t.length===0)return" -x";const o=t.join(" ");return` -x -a ${c(e==="list"?`(__fish_append , ${o})`:o)}`}function c(e){return`'${e.replaceAll(/[\\']/g,String.raw`\$&`)}'`}function oe(){const e=O.map(([t,o])=>f(`${t}:${o}`));return`#compdef origin-gate
# Completion for origin-gate. Save it as _origin-gate in a folder of fpath, or add to ~/.zshrc after compinit:
# eval "$(origin-gate completion zsh)"
_origin-gate() {
  if (( CURRENT == 3 )); then
    case $words[2] in
      completion) compadd -- ${E}; return ;;
      help) compadd -- ${R}; return ;;
    esac
  fi
  _arguments -S \\
    ${l.q5.map(ie).join(` \\
    `)} \\
    '(- *)'{-h,--help}${f(`[${I}]`)} \\
    '(- *)'{-V,--version}${f(`[${M}]`)} \\
    '1: :_origin-gate_first' \\
    '*:URL:()'
}
_origin-gate_first() {
  local -a first=(${e.join(" ")})
  _describe command first
}
if [[ $funcstack[1] == _origin-gate ]]; then
  _origin-gate "$@"
else
  compdef _origin-gate origin-gate
fi
`}function ie({name:e,letter:t,short:o,takes:n,placeholder:i,completes:s}){const u=o.replaceAll(/[[\]\\:]/g,String.raw`\$&`);return n==="switch"&&t!==void 0?`'(-${t} --${e})'{-${t},--${e}}${f(`[${u}]`)}`:f(n==="switch"?`--${e}[${u}]`:`${n==="list"?"*":""}--${e}=[${u}]:${i.replaceAll(":",String.raw`\:`)}:${re(n,s)}`)}function re(e,t){return t==="files"?"_files":t.length===0?" ":e==="list"?`_values -s , value ${t.join(" ")}`:`(${t.join(" ")})`}function f(e){return`'${e.replaceAll("'",String.raw`'\''`)}'`}const se={bash:Z,zsh:oe,fish:ee};function ae(e){return se[e]()}var S=a(7366);const v=80;function le(e){const{stdout:t,stderr:o}=process;switch(e.kind){case"help":return t.write(z((0,S.PL)(t)??v)),0;case"flag help":return t.write(B(e.row,(0,S.PL)(t)??v)),0;case"completion":return t.write(ae(e.shell)),0;case"short help":return o.write(k((0,S.PL)(o)??v)),2;case"unknown":return o.write(`${e.problem}
`),2;default:return e}}})};export{pe as id,ge as ids,me as modules};
