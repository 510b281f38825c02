#include "models/query/sessionstate.h"

#include "core/sql/tokenize.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::SessionState)
};

/// The words of a statement, folded as the server folds them; names in quotes are what is inside.
QStringList wordsOf(QStringView statement)
{
    QStringList words;
    for (const auto &token : sql::tokenize(statement)) {
        if (token.type == sql::Token::Type::Word)
            words << token.in(statement).toString().toLower();
        else if (token.type == sql::Token::Type::QuotedIdentifier)
            words << token.in(statement).mid(1).chopped(1).toString().replace(u"\"\""_s, u"\""_s);
        else if (token.type == sql::Token::Type::Punctuation && token.in(statement) == u";")
            break;
    }
    return words;
}

bool callsAny(const QStringList &words, std::initializer_list<QStringView> beginnings)
{
    return std::any_of(words.begin(), words.end(), [&](const QString &word) {
        return std::any_of(beginnings.begin(), beginnings.end(),
                           [&](QStringView beginning) { return word.startsWith(beginning); });
    });
}

bool makesTemporary(const QStringList &words)
{
    return (words.contains(u"temp"_s) || words.contains(u"temporary"_s)) &&
           (words.value(0) == u"create" || words.contains(u"into"_s));
}

} // namespace

void SessionState::keep(const QString &what)
{
    if (!m_kept.contains(what))
        m_kept << what;
}

void SessionState::noteSavepoint(const QStringList &words)
{
    const auto &name = words.last();
    if (words.value(0) == u"savepoint") {
        m_savepoints << name;
        return;
    }
    const auto at = m_savepoints.lastIndexOf(name);
    if (at < 0)
        return;
    const bool released = words.value(0) == u"release";
    m_savepoints = m_savepoints.first(released ? at : at + 1);
}

void SessionState::note(QStringView statement, QStringView tag)
{
    const auto words = wordsOf(statement);
    if (words.isEmpty())
        return;
    const auto &first = words.front();
    if (first == u"savepoint" || first == u"release" || (first == u"rollback" && words.contains(u"to"_s))) {
        noteSavepoint(words);
    } else if (tag.startsWith(u"DISCARD ALL")) {
        forget();
    } else if (first == u"set" && words.value(1) != u"local" && words.value(1) != u"transaction" &&
               words.value(1) != u"constraints") {
        keep(Words::tr("settings"));
    } else if (first == u"listen") {
        m_listens = true;
        keep(Words::tr("LISTEN"));
    } else if (first == u"unlisten" && words.size() == 1) { // UNLISTEN *
        m_listens = false;
        m_kept.removeAll(Words::tr("LISTEN"));
    } else if (first == u"prepare" && words.value(1) != u"transaction") {
        keep(Words::tr("prepared statements"));
    } else if (first == u"declare" && words.contains(u"hold"_s)) {
        keep(Words::tr("cursors"));
    } else if (first == u"load") {
        keep(Words::tr("loaded libraries"));
    } else if (makesTemporary(words)) {
        keep(Words::tr("temporary tables"));
    }
    if (callsAny(words, {u"set_config", u"setseed"}))
        keep(Words::tr("settings"));
    if (callsAny(words, {u"pg_advisory_lock", u"pg_try_advisory_lock"}))
        keep(Words::tr("advisory locks"));
    if (callsAny(words, {u"dblink_connect"}))
        keep(Words::tr("dblink connections"));
}

} // namespace squall::models
