// The program's memory comes from jemalloc where its static library is found: evaluating and compiling make and
// free small objects, which the C library's allocator does at half the pace.
//
// One arena: of two threads, one parses ahead and the other frees what it parsed. Nothing goes back to the system
// before the end, a run being short.
extern "C" {
// Read by jemalloc when it starts, before main(); MALLOC_CONF of the environment goes before it.
extern const char* malloc_conf;
const char* malloc_conf = "narenas:1,dirty_decay_ms:-1,muzzy_decay_ms:-1";
}
