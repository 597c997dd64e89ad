#include "support/catch_up.hpp"

#include "support/error.hpp"
#include "support/log.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace limbeck;

TEST_CASE("catch up: who writes waits for the innermost work, and for none once it is over") {
    std::string waited;
    output::before_write();
    {
        output::CatchUp outer([&] { waited += 'o'; });
        output::before_write();
        {
            output::CatchUp inner([&] { waited += 'i'; });
            output::before_write();
        }
        output::before_write();
    }
    output::before_write();
    CHECK(waited == "oio");
}

TEST_CASE("catch up: a log line is not written where the work before it has failed") {
    struct Kept : log::Handler {
        int records = 0;
        void emit(const log::Record&) override { ++records; }
    };
    log::reset();
    log::Logger& logger = log::get("a.word");
    auto kept = std::make_shared<Kept>();
    logger.add_handler(kept);
    output::CatchUp failing([] { throw Error("too late"); });
    logger.info("below the level: nobody waits");
    CHECK_THROWS_WITH_AS(logger.warning("written?"), "too late", Error);
    CHECK(kept->records == 0);
    log::reset();
}
