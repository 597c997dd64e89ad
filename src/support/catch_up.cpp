#include "support/catch_up.hpp"

#include <utility>

namespace limbeck::output {

namespace {

thread_local CatchUp* innermost = nullptr;

} // namespace

void before_write() {
    if (innermost) innermost->wait_();
}

CatchUp::CatchUp(std::function<void()> wait)
    : wait_(std::move(wait)), outer_(std::exchange(innermost, this)) {}

CatchUp::~CatchUp() {
    innermost = outer_;
}

} // namespace limbeck::output
