#include "models/connectiontest.h"

#include <QElapsedTimer>

namespace squall::models {

using namespace Qt::Literals::StringLiterals;

ConnectionTest::ConnectionTest(QObject *parent)
    : QObject(parent)
{
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::run(const ConnectionForm &form)
{
    m_session = std::make_unique<pg::Session>(form.options());
    const auto sentence = tr("PostgreSQL %1 as %2, connected in %3 ms");
    const auto work = [sentence](pg::Connection &connection) -> Result<QString> {
        QElapsedTimer timer;
        timer.start();
        const auto reply = connection.fetch({u"select current_setting('server_version'), current_user"_s});
        if (!reply)
            return reply.error();
        return sentence.arg(reply->text(0, 0).section(u' ', 0, 0), reply->text(0, 1)).arg(timer.elapsed());
    };
    m_request.run(m_session->run(work), [this](const Result<QString> &reply) {
        m_session.reset();
        if (reply)
            emit succeeded(*reply);
        else
            emit failed(reply.error());
    });
}

void ConnectionTest::cancel()
{
    m_request.cancel();
    m_session.reset();
}

} // namespace squall::models
