#include "core/pg/refusal.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace squall::pg {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::pg::Refusal)
};

enum class Reason { Sessions, Server, Elsewhere, Files, Outside, Locks, Unseen };

QString sentence(Reason reason, const QString &name)
{
    switch (reason) {
    case Reason::Sessions: return Text::tr("%1 acts on other sessions.").arg(name);
    case Reason::Server: return Text::tr("%1 changes the server itself or its storage.").arg(name);
    case Reason::Elsewhere:
        return Text::tr("%1 reaches another database or machine, where being read-only means nothing.")
            .arg(name);
    case Reason::Files:
        return Text::tr("%1 reads or writes files or starts programs on the server.").arg(name);
    case Reason::Outside: return Text::tr("%1 takes effect outside of the transaction.").arg(name);
    case Reason::Locks: return Text::tr("%1 can block everybody else.").arg(name);
    case Reason::Unseen: return Text::tr("%1 runs a text that cannot be looked at beforehand.").arg(name);
    }
    return {};
}

struct Named
{
    QLatin1StringView name; ///< with a * at the end: whatever starts so
    Reason reason;
};

constexpr std::array commands{
    Named{QLatin1StringView("do"), Reason::Unseen},
    Named{QLatin1StringView("execute"), Reason::Unseen},
    Named{QLatin1StringView("prepare"), Reason::Outside},
    Named{QLatin1StringView("deallocate"), Reason::Outside},
    Named{QLatin1StringView("discard"), Reason::Outside},
    Named{QLatin1StringView("load"), Reason::Server},
    Named{QLatin1StringView("checkpoint"), Reason::Server},
    Named{QLatin1StringView("vacuum"), Reason::Server},
    Named{QLatin1StringView("analyze"), Reason::Server},
    Named{QLatin1StringView("analyse"), Reason::Server},
    Named{QLatin1StringView("cluster"), Reason::Server},
    Named{QLatin1StringView("reindex"), Reason::Server},
    Named{QLatin1StringView("lock"), Reason::Locks},
    Named{QLatin1StringView("notify"), Reason::Sessions},
    Named{QLatin1StringView("listen"), Reason::Outside},
    Named{QLatin1StringView("unlisten"), Reason::Outside},
};

constexpr std::array functions{
    // Other sessions
    Named{QLatin1StringView("pg_terminate_backend"), Reason::Sessions},
    Named{QLatin1StringView("pg_cancel_backend"), Reason::Sessions},
    Named{QLatin1StringView("pg_notify"), Reason::Sessions},
    Named{QLatin1StringView("pg_log_backend_memory_contexts"), Reason::Sessions},
    // Locks that outlive the transaction
    Named{QLatin1StringView("pg_advisory_lock"), Reason::Outside},
    Named{QLatin1StringView("pg_advisory_lock_shared"), Reason::Outside},
    Named{QLatin1StringView("pg_try_advisory_lock"), Reason::Outside},
    Named{QLatin1StringView("pg_try_advisory_lock_shared"), Reason::Outside},
    Named{QLatin1StringView("pg_advisory_unlock*"), Reason::Outside},
    // Administration: configuration, log, backup, recovery, replication, statistics, storage
    Named{QLatin1StringView("pg_reload_conf"), Reason::Server},
    Named{QLatin1StringView("pg_rotate_logfile*"), Reason::Server},
    Named{QLatin1StringView("pg_logfile_rotate"), Reason::Server},
    Named{QLatin1StringView("pg_switch_wal"), Reason::Server},
    Named{QLatin1StringView("pg_log_standby_snapshot"), Reason::Server},
    Named{QLatin1StringView("pg_stop_making_pinned_objects"), Reason::Server},
    Named{QLatin1StringView("pg_create_restore_point"), Reason::Server},
    Named{QLatin1StringView("pg_start_backup"), Reason::Server},
    Named{QLatin1StringView("pg_stop_backup"), Reason::Server},
    Named{QLatin1StringView("pg_backup_*"), Reason::Server},
    Named{QLatin1StringView("pg_promote"), Reason::Server},
    Named{QLatin1StringView("pg_wal_replay_*"), Reason::Server},
    Named{QLatin1StringView("pg_create_physical_replication_slot"), Reason::Server},
    Named{QLatin1StringView("pg_create_logical_replication_slot"), Reason::Server},
    Named{QLatin1StringView("pg_copy_physical_replication_slot"), Reason::Server},
    Named{QLatin1StringView("pg_copy_logical_replication_slot"), Reason::Server},
    Named{QLatin1StringView("pg_drop_replication_slot"), Reason::Server},
    Named{QLatin1StringView("pg_replication_slot_advance"), Reason::Server},
    Named{QLatin1StringView("pg_sync_replication_slots"), Reason::Server},
    Named{QLatin1StringView("pg_logical_slot_get_*"), Reason::Server},
    Named{QLatin1StringView("pg_logical_emit_message"), Reason::Server},
    Named{QLatin1StringView("pg_replication_origin_*"), Reason::Server},
    Named{QLatin1StringView("pg_stat_reset*"), Reason::Server},
    Named{QLatin1StringView("pg_stat_statements_reset*"), Reason::Server},
    Named{QLatin1StringView("pg_stat_force_next_flush"), Reason::Server},
    Named{QLatin1StringView("pg_restore_relation_stats"), Reason::Server},
    Named{QLatin1StringView("pg_restore_attribute_stats"), Reason::Server},
    Named{QLatin1StringView("pg_clear_relation_stats"), Reason::Server},
    Named{QLatin1StringView("pg_clear_attribute_stats"), Reason::Server},
    Named{QLatin1StringView("pg_import_system_collations"), Reason::Server},
    Named{QLatin1StringView("pg_truncate_visibility_map"), Reason::Server},
    Named{QLatin1StringView("pg_prewarm"), Reason::Server},
    Named{QLatin1StringView("autoprewarm_*"), Reason::Server},
    Named{QLatin1StringView("pg_buffercache_evict*"), Reason::Server},
    Named{QLatin1StringView("pg_buffercache_mark_dirty*"), Reason::Server},
    Named{QLatin1StringView("brin_summarize_*"), Reason::Server},
    Named{QLatin1StringView("brin_desummarize_range"), Reason::Server},
    Named{QLatin1StringView("gin_clean_pending_list"), Reason::Server},
    Named{QLatin1StringView("heap_force_*"), Reason::Server},
    // Sequences and large objects; older servers let some of them through
    Named{QLatin1StringView("nextval"), Reason::Outside},
    Named{QLatin1StringView("setval"), Reason::Outside},
    Named{QLatin1StringView("lo_creat*"), Reason::Server},
    Named{QLatin1StringView("lo_from_bytea"), Reason::Server},
    Named{QLatin1StringView("lo_put"), Reason::Server},
    Named{QLatin1StringView("lo_truncate*"), Reason::Server},
    Named{QLatin1StringView("lo_unlink"), Reason::Server},
    Named{QLatin1StringView("lowrite"), Reason::Server},
    // Files and programs
    Named{QLatin1StringView("lo_import"), Reason::Files},
    Named{QLatin1StringView("lo_export"), Reason::Files},
    Named{QLatin1StringView("pg_file_*"), Reason::Files},
    // Elsewhere
    Named{QLatin1StringView("dblink*"), Reason::Elsewhere},
    Named{QLatin1StringView("pg_background_*"), Reason::Elsewhere},
    Named{QLatin1StringView("http"), Reason::Elsewhere},
    Named{QLatin1StringView("http_get"), Reason::Elsewhere},
    Named{QLatin1StringView("http_head"), Reason::Elsewhere},
    Named{QLatin1StringView("http_post"), Reason::Elsewhere},
    Named{QLatin1StringView("http_put"), Reason::Elsewhere},
    Named{QLatin1StringView("http_patch"), Reason::Elsewhere},
    Named{QLatin1StringView("http_delete"), Reason::Elsewhere},
    Named{QLatin1StringView("http_set_curlopt"), Reason::Outside},
    Named{QLatin1StringView("http_reset_curlopt"), Reason::Outside},
    Named{QLatin1StringView("query_export_to_s3"), Reason::Elsewhere},
    Named{QLatin1StringView("invoke"), Reason::Elsewhere}, // aws_lambda's
    Named{QLatin1StringView("oracle_execute"), Reason::Elsewhere},
    Named{QLatin1StringView("run_command_on_*"), Reason::Elsewhere},
    // Text that is run
    Named{QLatin1StringView("query_to_xml*"), Reason::Unseen},
    Named{QLatin1StringView("cursor_to_xml*"), Reason::Unseen},
    Named{QLatin1StringView("ts_stat"), Reason::Unseen},
    Named{QLatin1StringView("ts_rewrite"), Reason::Unseen},
    Named{QLatin1StringView("crosstab*"), Reason::Unseen},
    Named{QLatin1StringView("connectby"), Reason::Unseen},
    Named{QLatin1StringView("xpath_table"), Reason::Unseen},
};

bool matches(const Named &named, const QString &name)
{
    const auto pattern = named.name;
    return pattern.endsWith(u'*') ? name.startsWith(pattern.chopped(1)) : name == pattern;
}

Error refused(Reason reason, const QString &name)
{
    return {.code = Error::Code::ReadOnly,
            .message = sentence(reason, name),
            .hint = Text::tr(
                "This production database is locked for changes. Unlock it by typing its name, then run "
                "the statement again.")};
}

/// COPY may only speak with us: everything else is a file or a program of the server.
bool copiesElsewhere(const std::vector<StatementWord> &words)
{
    for (size_t i = 1; i + 1 < words.size(); ++i) {
        const auto &word = words[i];
        const bool direction = word.depth == 0 && word.kind == StatementWord::Kind::Name &&
                               (word.text == u"to" || word.text == u"from");
        if (direction)
            return words[i + 1].text != u"stdin" && words[i + 1].text != u"stdout";
    }
    return false;
}

/// Settings and cursors of the session outlive the transaction, on a pooled server connection for somebody
/// else.
Error outlives(const QString &name)
{
    return {.code = Error::Code::ReadOnly,
            .message = Text::tr("%1 lasts longer than the transaction.").arg(name),
            .hint =
                Text::tr("While this production database is locked, change settings with SET LOCAL, or with "
                         "set_config(…, …, true), between BEGIN and COMMIT.")};
}

/// Any SET but those that end with the transaction. Their words may also be the first part of a setting's
/// name.
bool setsForTheSession(const std::vector<StatementWord> &words)
{
    if (!startsWith(words, {u"set"}) || words.size() < 3)
        return startsWith(words, {u"reset"});
    const auto &scope = words[1].text;
    const auto &next = words[2];
    const bool isScope = scope == u"local" || scope == u"transaction" || scope == u"constraints";
    return !isScope || next.isSymbol(u".") || next.isSymbol(u"=") || next.isKeyword(u"to");
}

bool declaresWithHold(const std::vector<StatementWord> &words)
{
    if (!startsWith(words, {u"declare"}))
        return false;
    // The second word is the cursor's name, whatever it is.
    for (size_t i = 2; i + 1 < words.size() && !words[i].isKeyword(u"for"); ++i) {
        if (words[i].isKeyword(u"with") && words[i + 1].isKeyword(u"hold"))
            return true;
    }
    return false;
}

/// Whether the call of set_config at `name` ends with `, true)`.
bool configuresLocally(const std::vector<StatementWord> &words, size_t name)
{
    const size_t open = name + 1;
    size_t close = open + 1;
    while (close < words.size() && words[close].depth >= words[open].depth)
        ++close;
    return close < words.size() && close >= open + 3 && words[close - 1].isKeyword(u"true") &&
           words[close - 2].isSymbol(u",") && words[close - 2].depth == words[open].depth;
}

std::optional<Error> commandRefusal(const std::vector<StatementWord> &words)
{
    const QString &command = words.front().text;
    if (command == u"copy" && copiesElsewhere(words))
        return refused(Reason::Files, QStringLiteral("COPY"));
    if (startsWith(words, {u"commit", u"rollback"}) && words.size() > 1 && words[1].isKeyword(u"prepared"))
        return refused(Reason::Outside, command.toUpper() + QStringLiteral(" PREPARED"));
    if (setsForTheSession(words))
        return outlives(command.toUpper());
    if (declaresWithHold(words))
        return outlives(QStringLiteral("WITH HOLD"));
    if (command == u"explain" && std::any_of(words.begin(), words.end(), [](const StatementWord &word) {
            return word.depth == 0 && word.isKeyword(u"execute");
        }))
        return refused(Reason::Unseen, QStringLiteral("EXECUTE"));
    for (const auto &named : commands) {
        if (matches(named, command))
            return refused(named.reason, command.toUpper());
    }
    return std::nullopt;
}

} // namespace

std::optional<Error> refusal(const std::vector<StatementWord> &words)
{
    if (words.empty())
        return std::nullopt;
    if (auto error = commandRefusal(words))
        return error;
    for (size_t i = 0; i < words.size(); ++i) {
        const auto &word = words[i];
        if (word.kind != StatementWord::Kind::Name)
            continue;
        if (word.isUnreadable)
            return refused(Reason::Unseen, QStringLiteral("U&\"…\""));
        // `(1).f` is the call f(1).
        if (!word.isCall && (i == 0 || !words[i - 1].isSymbol(u".")))
            continue;
        if (word.isCall && word.text == u"set_config" && !configuresLocally(words, i))
            return outlives(word.text);
        for (const auto &named : functions) {
            if (matches(named, word.text))
                return refused(named.reason, word.text);
        }
    }
    return std::nullopt;
}

std::optional<Error> conditionRefusal(const QString &condition)
{
    // A condition may begin with a column that is called like a command.
    const auto statement = QStringLiteral("select ") + condition;
    for (const bool backslashes : {false, true}) {
        if (auto refused = refusal(statementWords(statement, backslashes))) {
            refused->hint = Text::tr("A condition is run again whenever rows are read: it may only look.");
            return refused;
        }
    }
    return std::nullopt;
}

} // namespace squall::pg
