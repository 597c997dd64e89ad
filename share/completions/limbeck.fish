# fish completion for limbeck

set -l commands branches current downgrade ensure_version heads history show stamp upgrade

function __limbeck_revisions
    printf '%s\n' head heads base
    limbeck history 2>/dev/null | string replace -rf '^.* -> ([^ ,]+).*$' '$1'
end

complete -c limbeck -f
complete -c limbeck -s h -l help -d 'Show help'

# Before the command
set -l no_command "not __fish_seen_subcommand_from $commands"
complete -c limbeck -n $no_command -l version -d 'Print the version'
complete -c limbeck -n $no_command -s c -l config -r -F -d 'Configuration file'
complete -c limbeck -n $no_command -s n -l name -x -d 'Section of the ini file'
complete -c limbeck -n $no_command -s x -x -d 'An argument for env.py'
complete -c limbeck -n $no_command -l url -x -d 'The database\'s URL'
complete -c limbeck -n $no_command -l max-steps -x -d 'End with an error when scripts have taken this many steps'
complete -c limbeck -n $no_command -l raiseerr -d 'Show all that is known of an error'
complete -c limbeck -n $no_command -s q -l quiet -d 'No messages on standard output'
complete -c limbeck -n $no_command -a branches -d 'Show the revisions from which branches part'
complete -c limbeck -n $no_command -a current -d 'Show the revisions that the database is at'
complete -c limbeck -n $no_command -a downgrade -d 'Downgrade the database'
complete -c limbeck -n $no_command -a ensure_version -d 'Create the version table where it is missing'
complete -c limbeck -n $no_command -a heads -d 'Show the heads of the chain'
complete -c limbeck -n $no_command -a history -d 'List the revisions, newest first'
complete -c limbeck -n $no_command -a show -d 'Show the revisions that a symbol names'
complete -c limbeck -n $no_command -a stamp -d 'Set the version table without running anything'
complete -c limbeck -n $no_command -a upgrade -d 'Upgrade the database'

# Reports
set -l reports '__fish_seen_subcommand_from branches current heads history'
complete -c limbeck -n $reports -s v -l verbose -d 'Say more of each revision'
complete -c limbeck -n '__fish_seen_subcommand_from branches current heads show' -l format -x -a 'text json' -d 'Form of the output'
complete -c limbeck -n '__fish_seen_subcommand_from history' -l format -x -a 'text json mermaid dot' -d 'Form of the output'
complete -c limbeck -n '__fish_seen_subcommand_from history' -s r -l rev-range -x -d 'Only these revisions: [start]:[end]'
complete -c limbeck -n '__fish_seen_subcommand_from history' -s i -l indicate-current -d 'Mark the revisions that the database is at'
complete -c limbeck -n '__fish_seen_subcommand_from heads' -l resolve-dependencies -d 'Count dependencies as parents'
complete -c limbeck -n '__fish_seen_subcommand_from current' -s c -l check-heads -d 'End with an error where the database is not at all heads'

# Runs
complete -c limbeck -n '__fish_seen_subcommand_from downgrade show stamp upgrade' -a '(__limbeck_revisions)'
complete -c limbeck -n '__fish_seen_subcommand_from downgrade ensure_version stamp upgrade' -l sql -d 'Print the SQL script instead of running it'
complete -c limbeck -n '__fish_seen_subcommand_from downgrade ensure_version stamp upgrade' -l lock-timeout -x -d 'How long to wait for another runner'
complete -c limbeck -n '__fish_seen_subcommand_from downgrade stamp upgrade' -l tag -x -d 'A name for env.py to read'
complete -c limbeck -n '__fish_seen_subcommand_from stamp' -l purge -d 'Empty the version table first'
