#include "models/diagram/diagramoverlays.h"

#include "core/pg/sessionpool.h"

#include <QCoreApplication>

#include <utility>

namespace squall::models {

DiagramOverlays::DiagramOverlays(DiagramModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    connect(&model, &DiagramModel::changed, this, &DiagramOverlays::see);
    see();
}

void DiagramOverlays::setSessions(pg::SessionPool *sessions)
{
    m_reading.cancel();
    m_sessions = sessions;
}

void DiagramOverlays::choose(DiagramOverlayKind kind)
{
    if (kind == m_model.lens().overlay)
        return;
    auto lens = m_model.lens();
    lens.overlay = kind;
    lens.usage.reset();
    lens.before = kind == DiagramOverlayKind::Changes ? m_base : nullptr;
    m_reading.cancel();
    m_model.setLens(lens);
    if (kind == DiagramOverlayKind::UnusedIndexes)
        read();
    emit changed();
}

void DiagramOverlays::countFromNow()
{
    m_base = m_seen;
    m_since = QDateTime::currentDateTime();
    if (kind() == DiagramOverlayKind::Changes) {
        auto lens = m_model.lens();
        lens.before = m_base;
        m_model.setLens(lens);
    }
    emit changed();
}

void DiagramOverlays::see()
{
    if (m_seen == m_model.snapshot())
        return;
    const bool first = !std::exchange(m_seen, m_model.snapshot());
    if (first)
        countFromNow();
    else if (kind() == DiagramOverlayKind::UnusedIndexes)
        read();
}

void DiagramOverlays::read()
{
    if (!m_sessions) {
        receive(Error{Error::Code::Connection, tr("There is no connection to read statistics by.")});
        return;
    }
    m_reading.run(m_sessions->run([](pg::Connection &connection) { return readIndexUsage(connection); }),
                  [this](const Result<IndexUsage> &usage) { receive(usage); });
}

void DiagramOverlays::receive(const Result<IndexUsage> &usage)
{
    auto lens = m_model.lens();
    if (lens.overlay != DiagramOverlayKind::UnusedIndexes)
        return;
    lens.usage = std::make_shared<const IndexUsage>(
        usage ? *usage
              : IndexUsage{.problem = tr("The statistics could not be read: %1").arg(usage.error().message)});
    m_model.setLens(lens);
}

} // namespace squall::models
