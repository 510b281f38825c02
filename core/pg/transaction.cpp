#include "core/pg/connection_p.h"

#include <QCoreApplication>

namespace squall::pg {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::pg::Transaction)
};

} // namespace

/// Leaves no transaction behind, whatever it takes: a connection that cannot be rolled back is dropped.
void Connection::Private::rollBack()
{
    const Wire::Shield shield(wire);
    [[maybe_unused]] const auto ended = endStream(true);
    [[maybe_unused]] const auto settled = wire.settleCancel();
    const auto open = status();
    if (open != TransactionStatus::InTransaction && open != TransactionStatus::Failed)
        return;
    if (PQsendQueryParams(wire.handle(), "ROLLBACK", 0, nullptr, nullptr, nullptr, nullptr, 0))
        drain();
    if (status() != TransactionStatus::Idle)
        wire.drop();
}

Result<Done> Connection::transaction(const std::function<Result<Done>(Connection &)> &work,
                                     TransactionMode mode)
{
    const Private::Call call(*d);
    if (const auto ready = d->prepare(); !ready)
        return ready;
    if (d->status() != TransactionStatus::Idle)
        return Error{.code = Error::Code::Usage, .message = Text::tr("A transaction is already open.")};
    const auto begin = mode == TransactionMode::ReadWrite
                           ? u"BEGIN"_s
                           : u"BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"_s;
    if (const auto begun = fetch({begin}); !begun)
        return begun.error();

    const auto generation = d->generation;
    auto done = work(*this);
    if (done)
        done = d->endStream(false);
    if (done && (d->generation != generation || d->status() == TransactionStatus::Idle || !isOpen())) {
        return Error{.code = Error::Code::Conflict,
                     .message = Text::tr("The transaction had ended before all of its work was done.")};
    }
    if (!done) {
        if (d->generation == generation)
            d->rollBack();
        return done;
    }

    const auto committed = fetch({u"COMMIT"_s});
    if (!committed) {
        d->rollBack();
        return committed.error();
    }
    // COMMIT of a failed transaction succeeds as a ROLLBACK.
    if (committed->commandTag() != "COMMIT") {
        return Error{.code = Error::Code::Server,
                     .message =
                         Text::tr("The transaction was rolled back, because a statement in it had failed."),
                     .sqlState = u"25P02"_s};
    }
    return Done{};
}

void Connection::settle()
{
    const Private::Call call(*d);
    d->rollBack();
}

} // namespace squall::pg
