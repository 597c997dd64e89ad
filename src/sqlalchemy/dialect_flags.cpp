#include "sqlalchemy/dialect_flags.hpp"

#include <array>

namespace limbeck::sqlalchemy {

namespace {

// The columns of the table.
constexpr std::array<std::string_view, 7> backends = {"default", "postgresql", "sqlite", "mysql",
                                                      "mariadb", "oracle",     "mssql"};

struct Flag {
    std::string_view name;
    std::string_view values; // per backend: T, F, or - where the dialect has no such attribute
};

// clang-format off
constexpr Flag flags[] = {
    {"auto_convert_lobs", "-----T-"},
    {"coerce_to_decimal", "-----T-"},
    {"cte_follows_insert", "FFFTTTF"},
    {"delete_executemany_returning", "FFFFFTF"},
    {"delete_returning", "FTTFTTT"},
    {"delete_returning_multifrom", "FTFFFFT"},
    {"div_is_floordiv", "TTTFFFT"},
    {"enable_offset_fetch", "-----T-"},
    {"fast_executemany", "------F"},
    {"favor_returning_over_lastrowid", "FFFFFFT"},
    {"full_returning", "FTTFFTT"},
    {"has_terminate", "FFFFFFF"},
    {"ignore_no_transaction_on_rollback", "------F"},
    {"inline_comments", "FFFTTFF"},
    {"insert_executemany_returning", "FTTFTTT"},
    {"insert_executemany_returning_sort_by_parameter_order", "FTTFTTT"},
    {"insert_null_pk_still_autoincrements", "FFTTTFF"},
    {"insert_returning", "FTTFTTT"},
    {"is_mariadb", "---FT--"},
    {"legacy_schema_aliasing", "------F"},
    {"native_datetime", "--F----"},
    {"non_native_boolean_check_constraint", "TTTTTTF"},
    {"optimize_limits", "-----F-"},
    {"postfetch_lastrowid", "TFTTTFT"},
    {"preexecute_autoincrement_sequences", "FTFFFFF"},
    {"requires_name_normalize", "FFFFFTF"},
    {"returns_native_bytes", "FFTTTTT"},
    {"sequences_optional", "FTFFFFT"},
    {"server_side_cursors", "FFFFFFF"},
    {"skip_autocommit_rollback", "FFFFFFF"},
    {"supports_alter", "TTFTTTT"},
    {"supports_cast", "--T----"},
    {"supports_comments", "FTFTTTT"},
    {"supports_constraint_comments", "FTFFFFF"},
    {"supports_default_metavalue", "FTTTTTF"},
    {"supports_default_values", "FTTFFFT"},
    {"supports_empty_insert", "TFFTTFF"},
    {"supports_for_update_of", "FFFFFFF"},
    {"supports_identity_columns", "FTFFFTF"},
    {"supports_is_distinct_from", "TTTTTTT"},
    {"supports_multivalues_insert", "FTTTTFT"},
    {"supports_native_bit", "---FF--"},
    {"supports_native_boolean", "FTFFFFF"},
    {"supports_native_decimal", "FFFTTFT"},
    {"supports_native_enum", "FTFTTFF"},
    {"supports_native_uuid", "FTFFFFF"},
    {"supports_sane_multi_rowcount", "TFTTTTF"},
    {"supports_sane_rowcount", "TTTTTTT"},
    {"supports_sane_rowcount_returning", "TTFTTTF"},
    {"supports_schemas", "TTTTTTT"},
    {"supports_sequences", "FTFFFTT"},
    {"supports_server_side_cursors", "FTFFFFF"},
    {"supports_simple_order_by_label", "TTTTTFT"},
    {"supports_smallserial", "-T-----"},
    {"supports_statement_cache", "TTTTTTT"},
    {"supports_unicode_binds", "------T"},
    {"supports_unicode_statements", "---TT--"},
    {"supports_views", "TTTTTTT"},
    {"tuple_in_values", "FFTFFFF"},
    {"update_executemany_returning", "FFFFFTF"},
    {"update_returning", "FTTFFTT"},
    {"update_returning_multifrom", "FTTFFFT"},
    {"use_ansi", "-----T-"},
    {"use_insertmanyvalues", "FTTTTFT"},
    {"use_insertmanyvalues_wo_returning", "FTFFFFT"},
    {"use_mysql_for_share", "---FF--"},
    {"use_native_hstore", "-T-----"},
};
// clang-format on

} // namespace

void define_dialect_flags(python::ClassBuilder& type, std::string_view backend) {
    for (std::size_t i = 0; i < backends.size(); ++i) {
        if (backends[i] != backend) continue;
        for (const Flag& flag : flags)
            if (flag.values[i] != '-')
                type.constant(flag.name, python::Value::boolean(flag.values[i] == 'T'));
        type.constant("default_metavalue_token", python::make_str(backend == "sqlite" ? "NULL" : "DEFAULT"));
    }
}

} // namespace limbeck::sqlalchemy
