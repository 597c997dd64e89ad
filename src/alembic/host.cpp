#include "alembic/host.hpp"

#include <utility>

namespace limbeck::alembic {

namespace {

thread_local Host* host_at_work = nullptr;

} // namespace

Host* current_host() noexcept {
    return host_at_work;
}

HostScope::HostScope(Host& host) : outer_(std::exchange(host_at_work, &host)) {}

HostScope::~HostScope() {
    host_at_work = outer_;
}

} // namespace limbeck::alembic
