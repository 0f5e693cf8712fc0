const fe=550,ue=[550],he={7550:((se,_,l)=>{l.r(_),l.d(_,{respond:()=>ae});var i=l(6422),g=l(8257),M=l(3333);const le="find out why a site behind Cloudflare returns 502 or 52x",v="Requests a site through Cloudflare and directly from its origin. If visitors get an error, it names the cause and lists the next steps.",b=[{name:"origin-gate www.example.com --origin 203.0.113.10",text:"Compare what visitors get with what the origin returns:"},{name:"origin-gate www.example.com --origin 203.0.113.10 --wait 3m && ./promote",text:"Wait up to three minutes after a deploy, and promote only a healthy site:"},{name:"origin-gate www.example.com --record run.json",text:"Keep what was observed, for a colleague or a bug report:"}],N="A flag whose value can be a list can be repeated. DURATION is `500ms`, `10s`, `2m`, `1h` or a whole number of seconds. PEM is the path of a file, or its text.",D=[{name:"ORIGIN_GATE_FLAG_NAME",text:"Any flag, such as `ORIGIN_GATE_ORIGIN` for `--origin`. Flags take precedence."},...M.Fr.map(([e,t])=>({name:t,text:`\`--${e}\``})),{name:"HTTPS_PROXY, NO_PROXY",text:"The proxy for all requests, and hosts without it."},{name:"NODE_EXTRA_CA_CERTS",text:"File of additional CAs to trust."},{name:"NO_COLOR, FORCE_COLOR",text:"Turn colors off or on."},{name:"ORIGIN_GATE_DEBUG",text:"With 1, print what each request took, and the whole stack of an error."}],V="Other users can read the flags of a process. Put secrets into the environment.",j=[{name:"0",text:"The site is healthy, or `--fail-on` does not name the outcome."},{name:"1",text:"The site is unhealthy, or has a warning and `--fail-on` names `warning`."},{name:"2",text:"The check could not run: a wrong flag, an old Node, an error of origin-gate."},{name:"3",text:"Inconclusive: the check could not judge the site."},{name:"130, 143",text:"Stopped by SIGINT (Ctrl-C) or SIGTERM."}],y=[{name:"-h, --help [FLAG]",text:"Print this text, or all about one flag"},{name:"-V, --version",text:"Print the version"}],G="https://github.com/origin-gate/origin-gate/blob/v1/docs/command.md";var s=l(7015);const W=100,U=48,C=31,F=72,H="      ",w="Usage: origin-gate [options] URL...",q=["origin-gate help FLAG","origin-gate completion bash|zsh|fish"];function X(e){const t=m(e),n=k().map(o=>{const r=s.q5.filter(a=>a.group===o);return h(g.fd[o],p(r.map(B),t))});return d([[w,...q.map(o=>`       ${o}`)],(0,i.LV)(v,t,""),x(t),...n,h("Help",p(y,t)),(0,i.LV)(f(N),t,""),["Environment:",...p(D,t),...(0,i.LV)(V,t,"  ")],h("Exit codes",p(j,t,12)),[`Docs: ${G}`]])}function Y(e){const t=m(e);return d([[w],(0,i.LV)(v,t,""),x(t),(0,i.LV)("`origin-gate --help` lists all flags.",t,"")])}function z(e,t){const n=m(t),o=L(e);return d([[P(e)],(0,i.LV)(e.description,n,""),e.shells==="action"?["It works only in the Action."]:[...o===""?[]:(0,i.LV)(`Default: ${o}.`,n,""),...(0,i.LV)(`Environment: ${(0,s.VE)(e.name)}`,n,""),...e.takes==="list"?["The flag can be repeated."]:[],...e.scope==="site"&&e.name!=="url"?(0,i.LV)("It can differ between the sites of `--config`.",n,""):[]]])}function k(){return[...new Set(s.q5.map(({group:e})=>e))].toSorted((e,t)=>T.indexOf(e)-T.indexOf(t))}const T=Object.keys(g.fd);function m(e){return Math.min(Math.max(e,U),W)}function h(e,t){return[`${e}:`,...t]}function d(e){return`${e.map(t=>t.join(`
`)).join(`

`)}
`}function x(e){const t=b.flatMap(({name:n,text:o})=>(0,i.LV)(o,e,"  ").concat(`    ${n}`));return h("Examples",t)}function B(e){const t=f(L(e));return{name:P(e),text:t===""?e.short:`${e.short} (default: ${t})`}}function P(e){return`${e.letter===void 0?"":`-${e.letter}, `}--${e.name} ${e.placeholder}`.trimEnd()}function L(e){return e.takes==="switch"?"":e.commandDefault??((0,g.jx)("command",e)||e.fallback)}function p(e,t,n=C){return e.flatMap(({name:o,text:r})=>{const a=`  ${o}`;if(t<F&&n===C)return[a,...(0,i.LV)(f(r),t,H)];const R=" ".repeat(n);return a.length+2>n?[a,...(0,i.LV)(f(r),t,R)]:(0,i.LV)(f(r),t,a.padEnd(n),R)})}function f(e){return e.replaceAll("`","")}var K=l(9534);const $=[["help","Print all about one flag"],["completion","Print a completion script for a shell"]],A="Print the help",I="Print the version",O=K.O.join(" "),E=s.q5.map(({name:e})=>e).join(" ");function J(){const e=s.q5.filter(({takes:o})=>o!=="switch"),t=o=>o.map(({name:r})=>`--${r}`).join("|");return`# Completion for origin-gate. Add to ~/.bashrc: eval "$(origin-gate completion bash)"
_origin_gate() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words='' files='' list='' before='' reply
  # bash splits --flag=value at the equals sign.
  if [[ $cur == = ]]; then
    cur=''
  elif [[ $prev == = ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $prev in
${e.flatMap(({name:o,completes:r,takes:a})=>r==="files"||r.length===0?[]:[`    --${o}) words='${r.join(" ")}'${a==="list"?" list=1":""} ;;`]).join(`
`)}
    ${t(e.filter(({completes:o})=>o==="files"))}) files=1 ;;
    ${t(e.filter(({completes:o})=>o.length===0))}) ;;
    *)
      if [[ $COMP_CWORD -eq 2 && $prev == completion ]]; then
        words='${O}'
      elif [[ $COMP_CWORD -eq 2 && $prev == help ]]; then
        words='${E}'
      elif [[ $cur == -* ]]; then
        words='${s.q5.map(({name:o})=>`--${o}`).join(" ")} --help --version'
      elif [[ $COMP_CWORD -eq 1 ]]; then
        words='${$.map(([o])=>o).join(" ")}'
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
`}function Q(){return`${["# Completion for origin-gate. Save it as ~/.config/fish/completions/origin-gate.fish","complete -c origin-gate -f",...$.map(([t,n])=>`complete -c origin-gate -n 'test (count (commandline -opc)) -eq 1' -a ${t} -d ${c(n)}`),`complete -c origin-gate -n '__fish_seen_subcommand_from completion' -a ${c(O)}`,`complete -c origin-gate -n '__fish_seen_subcommand_from help' -a ${c(E)}`,...s.q5.map(Z),`complete -c origin-gate -s h -l help -d ${c(A)}`,`complete -c origin-gate -s V -l version -d ${c(I)}`].join(`
`)}
`}function Z({name:e,short:t,takes:n,completes:o}){return`complete -c origin-gate -l ${e}${ee(n,o)} -d ${c(t)}`}function ee(e,t){if(e==="switch")return"";if(t==="files")return" -r -F";if(t.length===0)return" -x";const n=t.join(" ");return` -x -a ${c(e==="list"?`(__fish_append , ${n})`:n)}`}function c(e){return`'${e.replaceAll(/[\\']/g,String.raw`\$&`)}'`}function te(){const e=$.map(([t,n])=>u(`${t}:${n}`));return`#compdef origin-gate
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
`}function ne({name:e,short:t,takes:n,placeholder:o,completes:r}){const a=t.replaceAll(/[[\]\\:]/g,String.raw`\$&`);return u(n==="switch"?`--${e}[${a}]`:`${n==="list"?"*":""}--${e}=[${a}]:${o.replaceAll(":",String.raw`\:`)}:${oe(n,r)}`)}function oe(e,t){return t==="files"?"_files":t.length===0?" ":e==="list"?`_values -s , value ${t.join(" ")}`:`(${t.join(" ")})`}function u(e){return`'${e.replaceAll("'",String.raw`'\''`)}'`}const ie={bash:J,zsh:te,fish:Q};function re(e){return ie[e]()}const S=80;function ae(e){const{stdout:t,stderr:n}=process;switch(e.kind){case"help":return t.write(X(t.columns??S)),0;case"flag help":return t.write(z(e.row,t.columns??S)),0;case"completion":return t.write(re(e.shell)),0;case"short help":return n.write(Y(n.columns??S)),2;case"unknown":return n.write(`${e.problem}
`),2;default:return e}}})};export{fe as id,ue as ids,he as modules};
