# bash completion for evencartctl
_evencartctl() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} words=() word skip= subcommands=
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        if [[ -n $skip ]]; then skip=; continue; fi
        case $word in --profile) skip=1 ;; -*) ;; *) words+=("$word") ;; esac
    done
    case $previous in --profile) COMPREPLY=($(compgen -d -- "$current")); return ;; esac
    case ${words[0]} in
    cart) subcommands="create list rename archive show" ;;
    server) subcommands="set show" ;;
    members) subcommands="remove role" ;;
    shop) subcommands="import goods set add orders" ;;
    esac
    local options="--profile --json --quiet --help --version" name=${words[0]}
    if [[ -n $subcommands && " $subcommands " == *" ${words[1]} "* ]]; then name="$name ${words[1]}"; fi
    case $name in
    'init') options="$options --name" ;;
    'profile') options="$options --name" ;;
    'cart archive') options="$options --undo" ;;
    'add') options="$options --qty --unit --note --category --price --sku" ;;
    'move') options="$options --before --after --first --last" ;;
    'resolve') options="$options --keep" ;;
    'clear') options="$options --checked" ;;
    'export') options="$options --format" ;;
    'import') options="$options --format" ;;
    'server set') options="$options --fingerprint" ;;
    'invite') options="$options --role --expires --uses --qr --timeout" ;;
    'join') options="$options --timeout" ;;
    'members') options="$options --timeout" ;;
    'members remove') options="$options --timeout" ;;
    'members role') options="$options --timeout" ;;
    'sync') options="$options --timeout" ;;
    'stock') options="$options --local --fresh --timeout" ;;
    'checkout') options="$options --key --accept-prices --timeout" ;;
    'orders') options="$options --local --timeout" ;;
    'reserve') options="$options --for --timeout" ;;
    'release') options="$options --timeout" ;;
    'shop import') options="$options --timeout" ;;
    'shop goods') options="$options --timeout" ;;
    'shop set') options="$options --timeout" ;;
    'shop add') options="$options --timeout" ;;
    'shop orders') options="$options --sku --timeout" ;;
    'demo') options="$options --picture" ;;
    'doctor') options="$options --repair" ;;
    'bench') options="$options --ops --base --a --b --dir --cap --url --url-a --url-b --cart --carts --items --full --edits --start --sku --buyers --orders" ;;
    esac
    if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$current"))
    elif [[ ${#words[@]} -eq 0 ]]; then COMPREPLY=($(compgen -W "init profile cart merge add inc dec set check uncheck move like unlike claim unclaim note rename category price assign conflicts resolve split remove clear restore removed undo redo history pending rejected export import server invite join members sync watch stock checkout orders reserve release shop demo doctor help completion bench" -- "$current"))
    elif [[ ${#words[@]} -eq 1 && -n $subcommands ]]; then COMPREPLY=($(compgen -W "$subcommands" -- "$current"))
    elif [[ ${words[0]} == import ]]; then COMPREPLY=($(compgen -f -- "$current"))
    fi
}
complete -F _evencartctl evencartctl
