#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>

namespace limbeck::cli {

namespace {

const std::map<std::string, Format> report_formats = {{"text", Format::text}, {"json", Format::json}};
const std::map<std::string, Format> history_formats = {
    {"text", Format::text}, {"json", Format::json}, {"mermaid", Format::mermaid}, {"dot", Format::dot}};

class CommandLineReader {
  public:
    explicit CommandLineReader(std::string program)
        : program_(std::move(program)), app_("Runs Alembic projects without Python.", program_) {
        add_global_options();
        add_reports();
        add_runs();
        app_.require_subcommand(1);
        app_.fallthrough(false);
    }

    Parsed read(std::vector<std::string> words) {
        Parsed parsed;
        try {
            expand_shortened(words);
            std::reverse(words.begin(), words.end()); // CLI11 takes them from the back
            app_.parse(words);
        } catch (const CLI::CallForHelp&) {
            parsed.exit_status = 0;
            parsed.output = chosen().help();
            return parsed;
        } catch (const CLI::CallForVersion&) {
            parsed.exit_status = 0;
            parsed.output = fmt::format("{} {}\n", program_, LIMBECK_VERSION);
            return parsed;
        } catch (const CLI::ParseError& error) {
            parsed.exit_status = 2;
            parsed.error = fmt::format("{}: error: {}\nRun '{} --help' for the options it has.\n",
                                       command_path(), error.what(), command_path());
            return parsed;
        }
        arguments_.command = app_.get_subcommands().front()->get_name();
        parsed.arguments = std::move(arguments_);
        return parsed;
    }

  private:
    void add_global_options() {
        app_.set_version_flag("--version", LIMBECK_VERSION, "Print the version and exit");
        app_.add_option(
                "-c,--config", arguments_.open.config_files,
                "Configuration file: an ini file, pyproject.toml or limbeck.yaml. Default: ALEMBIC_CONFIG, "
                "else the files of these names in the current directory. May be given twice")
            ->type_name("FILE")
            ->allow_extra_args(false);
        app_.add_option("-n,--name", arguments_.open.section,
                        "Section of the ini file to use (default: alembic)")
            ->type_name("NAME");
        app_.add_option("-x", arguments_.open.x_arguments, "An argument for env.py; may be repeated")
            ->type_name("NAME=VALUE")
            ->allow_extra_args(false);
        app_.add_option("--url", arguments_.open.url, "The database's URL, before every other source of it")
            ->type_name("URL");
        app_.add_option("--max-steps", arguments_.open.max_steps,
                        "End with an error when scripts have taken this many steps (default: 0, no limit)")
            ->type_name("NUMBER")
            ->option_text("NUMBER")
            ->check(CLI::NonNegativeNumber);
        app_.add_flag("--raiseerr", arguments_.raise_errors, "Show all that is known of an error");
        app_.add_flag("-q,--quiet", arguments_.open.quiet, "No messages on standard output");
    }

    void add_reports() {
        CLI::App* history = add_command("history", "List the revisions, newest first");
        history->add_option("-r,--rev-range", arguments_.rev_range, "Only these revisions: [start]:[end]")
            ->type_name("RANGE");
        history->add_flag("-i,--indicate-current", arguments_.indicate_current,
                          "Mark the revisions that the database is at");
        add_verbose(history);
        add_format(history, history_formats, "text, json, mermaid or dot");

        CLI::App* heads = add_command("heads", "Show the heads of the chain");
        heads->add_flag("--resolve-dependencies", arguments_.resolve_dependencies,
                        "Count dependencies as parents");
        add_verbose(heads);
        add_format(heads, report_formats, "text or json");

        CLI::App* branches = add_command("branches", "Show the revisions from which branches part");
        add_verbose(branches);
        add_format(branches, report_formats, "text or json");

        CLI::App* show = add_command("show", "Show the revisions that a symbol names");
        add_revision(show, "Revision: an id or the start of one, head, heads, base, current, a branch label");
        add_format(show, report_formats, "text or json");

        CLI::App* current = add_command("current", "Show the revisions that the database is at");
        current->add_flag("-c,--check-heads", arguments_.check_heads,
                          "End with an error where the database is not at all heads");
        add_verbose(current);
        add_format(current, report_formats, "text or json");
    }

    void add_runs() {
        CLI::App* upgrade = add_command("upgrade", "Upgrade the database");
        add_revision(upgrade, "Target: head, heads, an id, +2, branch@head …");
        add_run_options(upgrade);

        CLI::App* downgrade = add_command("downgrade", "Downgrade the database");
        add_revision(downgrade, "Target: base, an id, -1, branch@base …");
        add_run_options(downgrade);

        CLI::App* stamp = add_command("stamp", "Set the version table without running anything");
        stamp->add_option("revisions", arguments_.revisions, "One or more revisions; heads for all heads")
            ->required()
            ->type_name("REVISION");
        add_run_options(stamp);
        stamp->add_flag("--purge", arguments_.purge, "Empty the version table first");

        CLI::App* ensure = add_command("ensure_version", "Create the version table where it is missing");
        add_sql(ensure);
        add_lock_timeout(ensure);
    }

    CLI::App* add_command(const std::string& name, const std::string& description) {
        CLI::App* command = app_.add_subcommand(name, description);
        command->fallthrough(false);
        return command;
    }

    void add_revision(CLI::App* command, const std::string& description) {
        arguments_.revisions.resize(1);
        command
            ->add_option_function<std::string>(
                "revision", [this](const std::string& text) { arguments_.revisions = {text}; }, description)
            ->required()
            ->type_name("REVISION");
    }

    void add_verbose(CLI::App* command) {
        command->add_flag("-v,--verbose", arguments_.verbose, "Say more of each revision");
    }

    void add_format(CLI::App* command, const std::map<std::string, Format>& formats,
                    const std::string& names) {
        command->add_option("--format", arguments_.format, "Output as " + names)
            ->transform(CLI::CheckedTransformer(formats))
            ->type_name("FORMAT")
            ->option_text("FORMAT");
    }

    void add_run_options(CLI::App* command) {
        add_sql(command);
        command->add_option("--tag", arguments_.tag, "A name for env.py to read")->type_name("TAG");
        add_lock_timeout(command);
    }

    void add_sql(CLI::App* command) {
        command->add_flag("--sql", arguments_.sql,
                          "Print the SQL script to standard output instead of running it");
    }

    void add_lock_timeout(CLI::App* command) {
        command
            ->add_option("--lock-timeout", arguments_.lock_timeout,
                         "How long to wait for another runner (default: as long as it takes; 0: not at all)")
            ->type_name("SECONDS")
            ->check(CLI::NonNegativeNumber);
    }

    CLI::App* command_named(const std::string& name) {
        auto found = app_.get_subcommands([&](CLI::App* command) { return command->get_name() == name; });
        return found.empty() ? nullptr : found.front();
    }

    CLI::App& chosen() {
        auto commands = app_.get_subcommands();
        return commands.empty() ? app_ : *commands.front();
    }

    std::string command_path() {
        auto commands = app_.get_subcommands();
        return commands.empty() ? program_ : program_ + " " + commands.front()->get_name();
    }

    // Turns `--sq` into `--sql`, within the options that are valid where the word stands.
    void expand_shortened(std::vector<std::string>& words) {
        CLI::App* scope = &app_;
        bool value_follows = false;
        for (std::string& word : words) {
            if (word == "--") return;
            if (value_follows) {
                value_follows = false;
                continue;
            }
            if (!word.starts_with('-')) {
                if (scope == &app_)
                    if (CLI::App* command = command_named(word)) scope = command;
                continue;
            }
            if (word.starts_with("--")) expand(*scope, word);
            value_follows = takes_next_word(*scope, word);
        }
    }

    void expand(CLI::App& scope, std::string& word) {
        std::size_t equals = word.find('=');
        std::string name = word.substr(0, equals);
        std::vector<std::string> matches;
        for (const CLI::Option* option : scope.get_options())
            for (const std::string& candidate : option->get_lnames()) {
                if ("--" + candidate == name) return;
                if (("--" + candidate).starts_with(name)) matches.push_back("--" + candidate);
            }
        if (matches.size() > 1)
            throw CLI::ArgumentMismatch(
                fmt::format("ambiguous option: {} could match {}", name, fmt::join(matches, ", ")));
        if (matches.size() == 1) word = matches[0] + (equals == std::string::npos ? "" : word.substr(equals));
    }

    static bool takes_next_word(CLI::App& scope, const std::string& word) {
        const CLI::Option* option = scope.get_option_no_throw(word);
        return option != nullptr && option->get_items_expected_max() > 0;
    }

    std::string program_;
    CLI::App app_;
    Arguments arguments_;
};

} // namespace

Parsed parse_arguments(int argc, const char* const* argv) {
    std::string program = argc > 0 ? std::filesystem::path(argv[0]).filename().string() : "limbeck";
    return CommandLineReader(std::move(program))
        .read(std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
}

} // namespace limbeck::cli
