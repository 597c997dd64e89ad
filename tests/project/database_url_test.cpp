// The parts and the renderings are what SQLAlchemy's make_url gives; tests/reference/compare_urls.py asks it
// about thousands of generated texts.
#include "project/database_url.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace limbeck;
using project::Backend;
using project::DatabaseUrl;

namespace {

using Parameters = std::vector<std::pair<std::string, std::string>>;

Parameters libpq(std::string_view text) {
    return DatabaseUrl::parse(text).libpq_parameters();
}
std::string sqlite(std::string_view text) {
    return DatabaseUrl::parse(text).sqlite_target().path;
}

// The sentence of the error that one of these ends in.
std::string failure(std::string_view text) {
    try {
        DatabaseUrl url = DatabaseUrl::parse(text);
        if (url.backend() == Backend::sqlite)
            url.sqlite_target();
        else
            url.libpq_parameters();
        return "no error";
    } catch (const ConfigError& error) {
        return error.message();
    }
}

std::string hint(std::string_view text) {
    try {
        DatabaseUrl url = DatabaseUrl::parse(text);
        if (url.backend() == Backend::postgresql) url.libpq_parameters();
        return "no error";
    } catch (const ConfigError& error) {
        return error.hint();
    }
}

} // namespace

TEST_CASE("url: every part, with its escapes") {
    DatabaseUrl url =
        DatabaseUrl::parse("postgresql+asyncpg://a%40b:p%2Fw%zz@db.local:5432/my%20db?a=%20+x&a=y&b=&c");
    CHECK(url.drivername == "postgresql+asyncpg");
    CHECK(url.backend_name() == "postgresql");
    CHECK(url.driver() == "asyncpg");
    CHECK(url.username == "a@b");
    CHECK(url.password == "p/w%zz");
    CHECK(url.host == "db.local");
    CHECK(url.port == 5432);
    CHECK(url.database == "my%20db"); // SQLAlchemy leaves this one as it is
    CHECK(*url.query_values("a") == std::vector<std::string>{"  x", "y"});
    CHECK_FALSE(url.query_values("b"));
    CHECK(url.render() == "postgresql+asyncpg://a%40b:***@db.local:5432/my%20db?a=++x&a=y");
    CHECK(url.render(false) == "postgresql+asyncpg://a%40b:p%2Fw%25zz@db.local:5432/my%20db?a=++x&a=y");
}

TEST_CASE("url: odd forms mean what they mean to the reference") {
    CHECK(DatabaseUrl::parse("postgresql://[::1]:5/db").host == "::1");
    CHECK(DatabaseUrl::parse("postgresql://[::1]:5/db").render() == "postgresql://[::1]:5/db");
    CHECK(DatabaseUrl::parse("postgresql://[]/db").host == "[]");
    CHECK(DatabaseUrl::parse("postgresql://h: 1_0 /db").port == 10);
    CHECK(DatabaseUrl::parse("postgresql://@h").username == "");
    CHECK(DatabaseUrl::parse("x://u@v@w:p@h").username == "u@v@w");
    CHECK(DatabaseUrl::parse("postgresql://u:p/a?x@h").password == "p/a?x");
    CHECK(DatabaseUrl::parse("postgresql://u:p@s@h:1/db").host == "s@h");
    CHECK(DatabaseUrl::parse("x://u:\xC3\xA9%C3%A9%C3@h").password == "éé\xEF\xBF\xBD");
    CHECK(DatabaseUrl::parse("x://u:%ED%A0%80%F0%9F%98@h").password ==
          "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(DatabaseUrl::parse("sqlite:///?a").database == "");
    CHECK(DatabaseUrl::parse("sqlite:///a\nb?x=1\ny=2").render() == "sqlite:///a\nb?x=1");
    CHECK_FALSE(DatabaseUrl::parse("sqlite://").database);
}

TEST_CASE("url: what is no URL says so, and never shows the text") {
    for (std::string_view text : {"", "x", "://", "postgresql:/x", "a-b://x"})
        CHECK(failure(text) == "Could not parse SQLAlchemy URL from given URL string");
    for (std::string_view text :
         {"postgresql://h:/db", "postgresql://h:abc", "postgresql://u:p@ss:word@h/db",
          "postgresql://h:99999999999", "postgresql://h:1__0", "postgresql://app:secret"})
        CHECK(failure(text) == "the port in the database URL is not a number");
    CHECK(hint("postgresql://u:p@ss:word@h/db").find("%40") != std::string::npos);
}

TEST_CASE("url: nothing of a password is displayed") {
    CHECK(DatabaseUrl::parse("postgresql://u:se@cret@h/d?password=x&sslpassword=y&passfile=/f").display() ==
          "postgresql://u:***@***@h/d?passfile=%2Ff&password=***&sslpassword=***");
    CHECK(failure("postgresql://u:se@cret@h/d") == "the host in the database URL has an '@' in it");
    CHECK(failure("postgresql://u:secret@h/d?sslmode=a&sslmode=b") ==
          "the argument 'sslmode' of the database URL postgresql://u:***@h/d?sslmode=a&sslmode=b is given "
          "more than once");
}

TEST_CASE("url: databases that limbeck does not speak to") {
    CHECK(DatabaseUrl::parse("postgres://h/d").dialect() == "postgresql");
    CHECK(DatabaseUrl::parse("postgresql+psycopg_async://h/d").backend() == Backend::postgresql);
    CHECK(DatabaseUrl::parse("sqlite+aiosqlite://").dialect() == "sqlite");
    CHECK(failure("mysql+pymysql://u:p@h/d") == "limbeck does not speak to 'mysql' databases");
    CHECK(failure("sqlite+pysqlcipher://:key@/x.db") ==
          "limbeck does not speak to 'sqlite+pysqlcipher' databases");
    CHECK(hint("oracle://h").find("postgresql://") != std::string::npos);
    CHECK(hint("mssql://h").find("sqlite://") != std::string::npos);
}

TEST_CASE("url: libpq's keywords and values") {
    CHECK(libpq("postgresql://u:p%40@h:1/d?sslmode=require&application_name=a") ==
          Parameters{{"host", "h"},
                     {"port", "1"},
                     {"user", "u"},
                     {"password", "p@"},
                     {"dbname", "d"},
                     {"sslmode", "require"},
                     {"application_name", "a"}});
    CHECK(libpq("postgresql://").empty());
    CHECK(libpq("postgresql:///d?host=/run/postgresql") ==
          Parameters{{"dbname", "d"}, {"host", "/run/postgresql"}});
    CHECK(libpq("postgresql://u@h/d?user=v&dbname=e") ==
          Parameters{{"host", "h"}, {"user", "v"}, {"dbname", "e"}});
    CHECK(libpq("postgresql:///d?service=x") == Parameters{{"dbname", "d"}, {"service", "x"}});
}

TEST_CASE("url: several hosts, in both forms") {
    Parameters both{{"dbname", "d"}, {"host", "a,b"}, {"port", "1,2"}};
    CHECK(libpq("postgresql:///d?host=a:1&host=b:2") == both);
    CHECK(libpq("postgresql:///d?host=a,b&port=1,2") == both);
    CHECK(libpq("postgresql:///d?host=a&host=b:2") ==
          Parameters{{"dbname", "d"}, {"host", "a,b"}, {"port", ",2"}});
    CHECK(libpq("postgresql://x:9/d?host=a:1") == Parameters{{"host", "a"}, {"port", "1"}, {"dbname", "d"}});
    CHECK(libpq("postgresql:///d?host=/tmp/a:1") == Parameters{{"dbname", "d"}, {"host", "/tmp/a:1"}});
    CHECK(libpq("postgresql://a,b/d") == Parameters{{"host", "a,b"}, {"dbname", "d"}});
    CHECK(failure("postgresql:///d?host=a,b&port=1") == "number of hosts and ports don't match");
    CHECK(failure("postgresql:///d?port=1,2") == "number of hosts and ports don't match");
    CHECK(failure("postgresql:///d?host=a:1&host=b&port=3")
              .starts_with("Can't mix 'multihost' formats together"));
    CHECK(failure("postgresql:///d?host=a&port=x") ==
          "the argument 'port' of the database URL postgresql:///d?host=a&port=x must be a number, not 'x'");
}

TEST_CASE("url: arguments of the asynchronous drivers") {
    CHECK(libpq("postgresql+asyncpg://h/d?ssl=verify-full&timeout=2.5&command_timeout=60") ==
          Parameters{{"host", "h"}, {"dbname", "d"}, {"sslmode", "verify-full"}, {"connect_timeout", "3"}});
    CHECK(libpq("postgresql+asyncpg://h?ssl=true") == Parameters{{"host", "h"}, {"sslmode", "require"}});
    CHECK(libpq("postgresql+asyncpg://h?ssl=false&prepared_statement_cache_size=0") ==
          Parameters{{"host", "h"}, {"sslmode", "disable"}});
    CHECK(libpq("postgresql+pg8000://?unix_sock=/run/pg/.s.PGSQL.5433&tcp_keepalive=false") ==
          Parameters{{"host", "/run/pg"}, {"port", "5433"}, {"keepalives", "0"}});
    CHECK(failure("postgresql+asyncpg://h?timeout=soon") ==
          "the argument 'timeout' of the database URL postgresql+asyncpg://h?timeout=soon must be a number "
          "of seconds");
    CHECK(failure("postgresql://h?sslmod=require") ==
          "the database URL has an argument 'sslmod' that neither libpq nor limbeck knows");
    CHECK(hint("postgresql://h?sslmod=require") == "did you mean 'sslmode'?");
    CHECK(hint("postgresql://h?pgbouncer=true").starts_with("take it out"));
}

TEST_CASE("url: SQLite's files, memory and URIs") {
    std::string here = std::filesystem::current_path().string();
    CHECK(sqlite("sqlite://") == ":memory:");
    CHECK(sqlite("sqlite:///") == ":memory:");
    CHECK(sqlite("sqlite:///:memory:") == ":memory:");
    CHECK(sqlite("sqlite:///rel/../x.db") == (here == "/" ? "/x.db" : here + "/x.db"));
    CHECK(sqlite("sqlite:////abs/x/../y/") == "/abs/y");
    CHECK(sqlite("sqlite:////abs/x.db?mode=ro") == "/abs/x.db"); // an argument of URIs alone
    CHECK(sqlite("sqlite:///file:x.db?mode=ro&uri=true&timeout=3&cache=shared") ==
          "file:x.db?cache=shared&mode=ro");
    CHECK(DatabaseUrl::parse("sqlite://").sqlite_target().in_memory());
    CHECK(DatabaseUrl::parse("sqlite:///file::memory:?uri=1").sqlite_target().in_memory());
    CHECK_FALSE(DatabaseUrl::parse("sqlite:///x.db").sqlite_target().in_memory());
    CHECK(DatabaseUrl::parse("sqlite:///x?timeout=1.5").sqlite_target().timeout == 1.5);
    CHECK(failure("sqlite://x.db")
              .starts_with("Invalid SQLite URL: sqlite://x.db\nValid SQLite URL forms are:\n"));
    CHECK(failure("sqlite://u:secret@/x").find("secret") == std::string::npos);
    CHECK(failure("sqlite:///x?uri=maybe") ==
          "the argument 'uri' of the database URL sqlite:///x?uri=maybe must be true or false");
    CHECK(failure("sqlite://?uri=true&mode=ro") ==
          "the database URL sqlite://?mode=ro&uri=true names no file");
    CHECK(failure("sqlite:///x?timeout=long").ends_with("must be a number of seconds"));
}
