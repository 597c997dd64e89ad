// Messages to the person at the terminal, in the reference's form: unadorned when standard input is no
// terminal, indented by two spaces and wrapped to its width when it is one (alembic.util.messaging.msg).
#pragma once

#include <string>
#include <string_view>

namespace limbeck::cli {

// The columns of the terminal on standard input; 0 where there is none.
int terminal_width();

// `text` as the reference prints it for that width, ending in a newline.
std::string format_message(std::string_view text, int width);

// Prints to standard output unless quiet.
void message(std::string_view text, bool quiet);

} // namespace limbeck::cli
