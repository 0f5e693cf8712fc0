const fe=550,ue=[550],he={7550:((se,_,l)=>{l.r(_),l.d(_,{respond:()=>ae});var i=l(6422),p=l(8257),M=l(3333);const le="find out why a site behind Cloudflare returns 502 or 52x",C="Requests a site through Cloudflare and directly from its origin. If visitors get an error, it names the cause and lists the next steps.",N=[{name:"origin-gate www.example.com --origin 203.0.113.10",text:"Compare what visitors get with what the origin returns:"},{name:"origin-gate www.example.com --origin 203.0.113.10 --wait 3m && ./promote",text:"Wait up to three minutes after a deploy, and promote only a healthy site:"},{name:"origin-gate www.example.com --record run.json",text:"Keep what was observed, for a colleague or a bug report:"}],b="A flag whose value can be a list can be repeated. DURATION is `500ms`, `10s`, `2m`, `1h` or a whole number of seconds. PEM is the path of a file, or its text.",D=[{name:"ORIGIN_GATE_FLAG_NAME",text:"Any flag, such as `ORIGIN_GATE_ORIGIN` for `--origin`. Flags take precedence."},...M.Fr.map(([e,t])=>({name:t,text:`\`--${e}\``})),{name:"HTTPS_PROXY, NO_PROXY",text:"The proxy for all requests, and hosts without it."},{name:"NODE_EXTRA_CA_CERTS",text:"File of additional CAs to trust."},{name:"NO_COLOR, FORCE_COLOR",text:"Turn colors off or on."},{name:"ORIGIN_GATE_DEBUG",text:"With 1, print the stack of an error of origin-gate."}],V="Other users can read the flags of a process. Put secrets into the environment.",j=[{name:"0",text:"The site is healthy, or `--fail-on` does not name the outcome."},{name:"1",text:"The site is unhealthy, or has a warning and `--fail-on` names `warning`."},{name:"2",text:"The check could not run: a wrong flag, an old Node, an error of origin-gate."},{name:"3",text:"Inconclusive: the check could not judge the site."},{name:"130, 143",text:"Stopped by SIGINT (Ctrl-C) or SIGTERM."}],y=[{name:"-h, --help [FLAG]",text:"Print this text, or all about one flag"},{name:"-V, --version",text:"Print the version"}],G="https://github.com/origin-gate/origin-gate/blob/v1/docs/command.md";var s=l(7015);const W=100,U=48,v=31,F=72,H="      ",T="Usage: origin-gate [options] URL...",X=["origin-gate help FLAG","origin-gate completion bash|zsh|fish"];function Y(e){const t=m(e),o=k().map(n=>{const r=s.q5.filter(a=>a.group===n);return h(p.fd[n],g(r.map(B),t))});return d([[T,...X.map(n=>`       ${n}`)],(0,i.LV)(C,t,""),w(t),...o,h("Help",g(y,t)),(0,i.LV)(f(b),t,""),["Environment:",...g(D,t),...(0,i.LV)(V,t,"  ")],h("Exit codes",g(j,t,12)),[`Docs: ${G}`]])}function q(e){const t=m(e);return d([[T],(0,i.LV)(C,t,""),w(t),(0,i.LV)("`origin-gate --help` lists all flags.",t,"")])}function z(e,t){const o=m(t),n=P(e);return d([[L(e)],(0,i.LV)(e.description,o,""),e.shells==="action"?["It works only in the Action."]:[...n===""?[]:(0,i.LV)(`Default: ${n}.`,o,""),...(0,i.LV)(`Environment: ${(0,s.VE)(e.name)}`,o,""),...e.takes==="list"?["The flag can be repeated."]:[],...e.scope==="site"&&e.name!=="url"?(0,i.LV)("It can differ between the sites of `--config`.",o,""):[]]])}function k(){return[...new Set(s.q5.map(({group:e})=>e))].toSorted((e,t)=>x.indexOf(e)-x.indexOf(t))}const x=Object.keys(p.fd);function m(e){return Math.min(Math.max(e,U),W)}function h(e,t){return[`${e}:`,...t]}function d(e){return`${e.map(t=>t.join(`
`)).join(`

`)}
`}function w(e){const t=N.flatMap(({name:o,text:n})=>(0,i.LV)(n,e,"  ").concat(`    ${o}`));return h("Examples",t)}function B(e){const t=f(P(e));return{name:L(e),text:t===""?e.short:`${e.short} (default: ${t})`}}function L(e){return`${e.letter===void 0?"":`-${e.letter}, `}--${e.name} ${e.placeholder}`.trimEnd()}function P(e){return e.takes==="switch"?"":e.commandDefault??((0,p.jx)("command",e)||e.fallback)}function g(e,t,o=v){return e.flatMap(({name:n,text:r})=>{const a=`  ${n}`;if(t<F&&o===v)return[a,...(0,i.LV)(f(r),t,H)];const R=" ".repeat(o);return a.length+2>o?[a,...(0,i.LV)(f(r),t,R)]:(0,i.LV)(f(r),t,a.padEnd(o),R)})}function f(e){return e.replaceAll("`","")}var K=l(9534);const $=[["help","Print all about one flag"],["completion","Print a completion script for a shell"]],A="Print the help",I="Print the version",O=K.O.join(" "),E=s.q5.map(({name:e})=>e).join(" ");function J(){const e=s.q5.filter(({takes:n})=>n!=="switch"),t=n=>n.map(({name:r})=>`--${r}`).join("|");return`# Completion for origin-gate. Add to ~/.bashrc: eval "$(origin-gate completion bash)"
_origin_gate() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words='' files='' reply
  # bash splits --flag=value at the equals sign.
  if [[ $cur == = ]]; then
    cur=''
  elif [[ $prev == = ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $prev in
${e.flatMap(({name:n,completes:r})=>r==="files"?[]:r.length===0?[]:[`    --${n}) words='${r.join(" ")}' ;;`]).join(`
`)}
    ${t(e.filter(({completes:n})=>n==="files"))}) files=1 ;;
    ${t(e.filter(({completes:n})=>n.length===0))}) ;;
    *)
      if [[ $COMP_CWORD -eq 2 && $prev == completion ]]; then
        words='${O}'
      elif [[ $COMP_CWORD -eq 2 && $prev == help ]]; then
        words='${E}'
      elif [[ $cur == -* ]]; then
        words='${s.q5.map(({name:n})=>`--${n}`).join(" ")} --help --version'
      elif [[ $COMP_CWORD -eq 1 ]]; then
        words='${$.map(([n])=>n).join(" ")}'
      fi ;;
  esac
  COMPREPLY=()
  if [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r reply; do COMPREPLY+=("$reply"); done < <(compgen -f -- "$cur")
  elif [[ -n $words ]]; then
    while IFS= read -r reply; do COMPREPLY+=("$reply"); done < <(compgen -W "$words" -- "$cur")
  fi
}
complete -F _origin_gate origin-gate
`}function Q(){return`${["# Completion for origin-gate. Save it as ~/.config/fish/completions/origin-gate.fish","complete -c origin-gate -f",...$.map(([t,o])=>`complete -c origin-gate -n 'test (count (commandline -opc)) -eq 1' -a ${t} -d ${c(o)}`),`complete -c origin-gate -n '__fish_seen_subcommand_from completion' -a ${c(O)}`,`complete -c origin-gate -n '__fish_seen_subcommand_from help' -a ${c(E)}`,...s.q5.map(Z),`complete -c origin-gate -s h -l help -d ${c(A)}`,`complete -c origin-gate -s V -l version -d ${c(I)}`].join(`
`)}
`}function Z({name:e,short:t,takes:o,completes:n}){return`complete -c origin-gate -l ${e}${ee(o,n)} -d ${c(t)}`}function ee(e,t){return e==="switch"?"":t==="files"?" -r -F":t.length===0?" -x":` -x -a ${c(t.join(" "))}`}function c(e){return`'${e.replaceAll(/[\\']/g,String.raw`\$&`)}'`}function te(){const e=$.map(([t,o])=>u(`${t}:${o}`));return`#compdef origin-gate
# Completion for origin-gate. Save it as _origin-gate in a folder of fpath, or add to ~/.zshrc after compinit:
# eval "$(origin-gate completion zsh)"
_origin-gate() {
  if (( CURRENT == 3 )); then
    case $words[2] in
      completion) compadd -- ${O}; return ;;
      help) compadd -- ${E}; return ;;
    esac
  fi
  _arguments -S \\
    ${s.q5.map(ne).join(` \\
    `)} \\
    '(- *)'{-h,--help}${u(`[${A}]`)} \\
    '(- *)'{-V,--version}${u(`[${I}]`)} \\
    '1: :_origin-gate_first' \\
    '*:URL: '
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
`}function ne({name:e,short:t,takes:o,placeholder:n,completes:r}){const a=t.replaceAll(/[[\]\\:]/g,String.raw`\$&`);return u(o==="switch"?`--${e}[${a}]`:`${o==="list"?"*":""}--${e}=[${a}]:${n.replaceAll(":",String.raw`\:`)}:${oe(o,r)}`)}function oe(e,t){return t==="files"?"_files":t.length===0?" ":e==="list"?`_values -s , value ${t.join(" ")}`:`(${t.join(" ")})`}function u(e){return`'${e.replaceAll("'",String.raw`'\''`)}'`}const ie={bash:J,zsh:te,fish:Q};function re(e){return ie[e]()}const S=80;function ae(e){const{stdout:t,stderr:o}=process;switch(e.kind){case"help":return t.write(Y(t.columns??S)),0;case"flag help":return t.write(z(e.row,t.columns??S)),0;case"completion":return t.write(re(e.shell)),0;case"short help":return o.write(q(o.columns??S)),2;case"unknown":return o.write(`${e.problem}
`),2;default:return e}}})};export{fe as id,ue as ids,he as modules};
