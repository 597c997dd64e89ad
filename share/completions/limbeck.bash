# bash completion for limbeck
# shellcheck shell=bash

_limbeck() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local program=${COMP_WORDS[0]} command= word i
    local commands="branches current downgrade ensure_version heads history show stamp upgrade"
    local global="-h --help --version -c --config -n --name -x --url --max-steps --raiseerr -q --quiet"
    local -a given=()
    COMPREPLY=()

    # What stands before the cursor: the command, and the options that say which project is meant.
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        case $word in
            -c | --config | -n | --name | -x | --url | --max-steps)
                [ -n "$command" ] || { given+=("$word" "${COMP_WORDS[i + 1]}") && i=$((i + 1)); }
                ;;
            -*) ;;
            *) [ -n "$command" ] || command=$word ;;
        esac
    done

    case $previous in
        -c | --config)
            if [ -z "$command" ]; then
                mapfile -t COMPREPLY < <(compgen -f -- "$current")
                return
            fi
            ;;
        --format)
            local formats="text json"
            [ "$command" = history ] && formats="text json mermaid dot"
            mapfile -t COMPREPLY < <(compgen -W "$formats" -- "$current")
            return
            ;;
        -n | --name | -x | --url | --max-steps | -r | --rev-range | --tag | --lock-timeout) return ;;
    esac

    local options=
    case $command in
        "") options="$global $commands" ;;
        branches) options="-h --help -v --verbose --format" ;;
        current) options="-h --help -c --check-heads -v --verbose --format" ;;
        ensure_version) options="-h --help --sql --lock-timeout" ;;
        heads) options="-h --help --resolve-dependencies -v --verbose --format" ;;
        history) options="-h --help -r --rev-range -i --indicate-current -v --verbose --format" ;;
        show) options="-h --help --format" ;;
        downgrade | upgrade) options="-h --help --sql --tag --lock-timeout" ;;
        stamp) options="-h --help --sql --tag --lock-timeout --purge" ;;
    esac
    case $command:$current in
        upgrade:[!-]* | upgrade: | downgrade:[!-]* | downgrade: | show:[!-]* | show: | stamp:[!-]* | stamp:)
            # The ids of the project at hand; nothing where there is none.
            options="head heads base $("$program" "${given[@]}" history 2>/dev/null |
                sed -nE 's/^.* -> ([^ ,]+).*$/\1/p')"
            ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
}
complete -F _limbeck limbeck
