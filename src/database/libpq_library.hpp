// libpq, loaded when the first PostgreSQL connection is made. Linking it would load Kerberos, LDAP and TLS at
// every start: five milliseconds that `history` and an SQLite project have no use for.
//
// For postgres_connection.cpp alone; the types are those of libpq-fe.h.
#pragma once

#include <libpq-fe.h>

namespace limbeck::database {

// Every function of libpq that limbeck calls.
#define LIMBECK_LIBPQ_FUNCTIONS(X)                                                                           \
    X(PQconnectStartParams)                                                                                  \
    X(PQconnectPoll)                                                                                         \
    X(PQstatus)                                                                                              \
    X(PQfinish)                                                                                              \
    X(PQsocket)                                                                                              \
    X(PQerrorMessage)                                                                                        \
    X(PQserverVersion)                                                                                       \
    X(PQparameterStatus)                                                                                     \
    X(PQtransactionStatus)                                                                                   \
    X(PQsetNoticeReceiver)                                                                                   \
    X(PQsetnonblocking)                                                                                      \
    X(PQsendQuery)                                                                                           \
    X(PQsendQueryParams)                                                                                     \
    X(PQsendPrepare)                                                                                         \
    X(PQsendQueryPrepared)                                                                                   \
    X(PQflush)                                                                                               \
    X(PQconsumeInput)                                                                                        \
    X(PQisBusy)                                                                                              \
    X(PQgetResult)                                                                                           \
    X(PQgetCopyData)                                                                                         \
    X(PQputCopyEnd)                                                                                          \
    X(PQfreemem)                                                                                             \
    X(PQgetCancel)                                                                                           \
    X(PQfreeCancel)                                                                                          \
    X(PQcancel)                                                                                              \
    X(PQresultStatus)                                                                                        \
    X(PQresultErrorField)                                                                                    \
    X(PQresultErrorMessage)                                                                                  \
    X(PQcmdStatus)                                                                                           \
    X(PQcmdTuples)                                                                                           \
    X(PQntuples)                                                                                             \
    X(PQnfields)                                                                                             \
    X(PQfname)                                                                                               \
    X(PQftype)                                                                                               \
    X(PQgetisnull)                                                                                           \
    X(PQgetvalue)                                                                                            \
    X(PQgetlength)                                                                                           \
    X(PQunescapeBytea)                                                                                       \
    X(PQclear)

// Of libpq 14 and later; null in an older one, with which no statement is sent ahead of its answer.
#define LIMBECK_LIBPQ_PIPELINE(X)                                                                            \
    X(PQenterPipelineMode)                                                                                   \
    X(PQexitPipelineMode)                                                                                    \
    X(PQpipelineSync)

struct LibpqLibrary {
#define LIMBECK_MEMBER(name) decltype(&::name) name;
    LIMBECK_LIBPQ_FUNCTIONS(LIMBECK_MEMBER)
    LIMBECK_LIBPQ_PIPELINE(LIMBECK_MEMBER)
#undef LIMBECK_MEMBER

    bool has_pipeline() const {
        return PQenterPipelineMode && PQexitPipelineMode && PQpipelineSync;
    }

    // Loads the library at the first call. Throws Error where it is not installed or too old.
    static const LibpqLibrary& get();
};

} // namespace limbeck::database
