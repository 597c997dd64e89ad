// Chains of revisions made for a test: each keeps a journal of having run, so that what ran twice, not at
// all or by halves shows.
#pragma once

#include <string>
#include <vector>

#include "e2e/limbeck.hpp"

namespace limbeck::tests {

enum class Target { sqlite, postgres };
// SQL revisions under the built-in environment, or Python revisions under an env.py.
enum class Form { sql, python };

// Revisions "r01" … Each makes a table with rows and an index in several statements and writes itself into
// the table `journal`, which the first one makes. On PostgreSQL every fourth has an index built concurrently,
// outside a transaction. `rows` says how much work each is. In Python the rows are read back and written anew
// through the bind, and the table goes through a batch.
void write_journal_chain(const ProjectCopy& project, Form form, Target target, int count, int rows);

std::string journal_id(int number);
// The rows of `journal` after `count` revisions, as a query for them prints them.
std::string journal_after(int count);
inline const std::string journal_query = "SELECT id FROM journal ORDER BY id";

// limbeck.yaml for it: the built-in environment, that URL, and further lines.
void write_settings(const ProjectCopy& project, const std::string& url, const std::string& more = "");
// alembic.ini and env.py for it; `configure` has further arguments for context.configure().
void write_environment(const ProjectCopy& project, const std::string& url, const std::string& configure = "");
// One of them.
void write_settings(const ProjectCopy& project, Form form, const std::string& url,
                    bool transaction_per_migration = false);

// A Python revision with these lines, which stand below `op` and `sa`, as the body of upgrade().
std::string python_revision(const std::string& id, const std::string& parent, const std::string& upgrade);

// How many of something slow to do: the number in the environment variable, else `otherwise`.
int repetitions(const char* variable, int otherwise);

} // namespace limbeck::tests
