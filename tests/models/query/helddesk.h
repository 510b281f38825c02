#pragma once

#include "tests/models/query/querydesk.h"

#include <chrono>
#include <vector>

namespace squall::test {

using namespace Qt::StringLiterals;

/// A desk at a server of this class, with ten rows in `t`, that never gives up by itself.
class HeldDesk : public QueryDesk
{
public:
    explicit HeldDesk(const QString &name = u"staging"_s)
        : QueryDesk(u"create table t (id int primary key, a text);"
                    "insert into t select g, 'old' from generate_series(1, 10) g; analyze t"_s,
                    name)
    {
        runner().setPatience({.held = std::chrono::hours(1),
                              .heldCommit = std::chrono::hours(1),
                              .trial = std::chrono::seconds(30)});
        QObject::connect(&runner(), &models::QueryRunner::statementEnded, &runner(),
                         [this](const models::RanStatement &statement) { ran.push_back(statement); });
    }

    /// Until something waits.
    const models::HeldWrite &untilHeld()
    {
        wait([this] {
            return runner().state() == models::QueryRunner::State::Held ||
                   runner().state() == models::QueryRunner::State::Idle;
        });
        static const models::HeldWrite nothing;
        return runner().held() ? *runner().held() : nothing;
    }
    const models::HeldWrite &hold(const QString &text, const models::QueryParameters &parameters = {})
    {
        ran.clear();
        start(text, parameters);
        return untilHeld();
    }
    QString rows(const QString &where = u"true"_s)
    {
        return aside(u"select count(*) from t where "_s + where);
    }

    std::vector<models::RanStatement> ran;
};

} // namespace squall::test
