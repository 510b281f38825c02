#include "models/query/plandetails.h"

#include "models/quantity.h"
#include "models/query/planmodel.h"

#include <QCoreApplication>

#include <cmath>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::PlanDetails)
};

constexpr qint64 pageBytes = 8192;
constexpr qint64 kilobyte = 1024;

class Details
{
public:
    Details(const explain::Plan &plan, const explain::Node &node, const explain::Node *earlier)
        : m_plan(plan)
        , m_node(node)
        , m_earlier(earlier)
    {
    }

    std::vector<std::pair<QString, QString>> list()
    {
        times();
        conditions();
        memory();
        buffers();
        for (const auto &[name, value] : m_node.details) {
            // What a step is not is no news.
            if (value != u"false")
                add(name, value);
        }
        return std::move(m_found);
    }

private:
    void add(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_found.emplace_back(name, value);
    }

    void count(const QString &name, double value)
    {
        if (value > 0)
            add(name, planCount(value));
    }

    void times()
    {
        if (m_plan.analyzed && m_node.wasExecuted()) {
            const auto share = m_plan.whole() > 0 ? m_node.selfMs / m_plan.whole() : 0;
            add(Words::tr("Itself"),
                Words::tr("%1, %2 %").arg(planTime(m_node.selfMs)).arg(std::lround(share * 100)));
            if (m_earlier && m_earlier->wasExecuted())
                add(Words::tr("Before"), planTime(m_earlier->selfMs));
            add(Words::tr("With all below"), planTime(m_node.wholeMs));
            add(Words::tr("First row after"), planTime(m_node.startupMs));
            if (m_node.loops > 1)
                add(Words::tr("Executed"), Words::tr("%1 times").arg(planCount(m_node.loops)));
            add(Words::tr("Rows"), planCount(m_node.allRows()));
        }
        add(Words::tr("Rows expected"),
            u"≈ "_s + planCount(m_node.plannedRows * std::max(1.0, m_node.loops)));
        add(Words::tr("Cost"), planCount(m_node.startupCost) + u" … "_s + planCount(m_node.totalCost));
        add(Words::tr("Bytes a row"), QString::number(m_node.width));
        if (m_node.workersPlanned > 0)
            add(Words::tr("Workers"),
                m_plan.analyzed ? Words::tr("%1 of %2").arg(m_node.workersLaunched).arg(m_node.workersPlanned)
                                : QString::number(m_node.workersPlanned));
    }

    void conditions()
    {
        add(Words::tr("Index condition"), m_node.indexCondition);
        add(Words::tr("Hash condition"), m_node.hashCondition);
        add(Words::tr("Merge condition"), m_node.mergeCondition);
        add(Words::tr("Join filter"), m_node.joinFilter);
        count(Words::tr("Removed by it"), m_node.removedByJoinFilter * m_node.loops);
        add(Words::tr("Filter"), m_node.filter);
        count(Words::tr("Removed by filter"), m_node.removedByFilter * m_node.loops);
        add(Words::tr("Recheck"), m_node.recheckCondition);
        count(Words::tr("Removed by recheck"), m_node.removedByRecheck * m_node.loops);
        count(Words::tr("Rows looked up in the table"), m_node.heapFetches);
        add(Words::tr("Sorted by"), m_node.sortKey.join(u", "_s));
        add(Words::tr("Grouped by"), m_node.groupKey.join(u", "_s));
    }

    void memory()
    {
        if (!m_node.sortMethod.isEmpty())
            add(Words::tr("Sort"), m_node.sortMethod + u", "_s + byteSize(m_node.sortKilobytes * kilobyte) +
                                       (m_node.sortOnDisk ? Words::tr(" on disk") : QString()));
        if (m_node.hashBatches > 1)
            add(Words::tr("Batches"), QString::number(m_node.hashBatches));
        if (m_node.peakKilobytes > 0)
            add(Words::tr("Memory"), byteSize(m_node.peakKilobytes * kilobyte));
        if (m_node.diskKilobytes > 0)
            add(Words::tr("Disk"), byteSize(m_node.diskKilobytes * kilobyte));
    }

    void buffers()
    {
        if (!m_node.selfBuffers)
            return;
        const auto pages = [&](const QString &name, qint64 number) {
            if (number > 0)
                add(name, byteSize(number * pageBytes));
        };
        pages(Words::tr("From memory"), m_node.selfBuffers->hit);
        pages(Words::tr("Read"), m_node.selfBuffers->read);
        pages(Words::tr("Made dirty"), m_node.selfBuffers->dirtied);
        pages(Words::tr("Written"), m_node.selfBuffers->written);
        pages(Words::tr("Temporary, read"), m_node.selfBuffers->tempRead);
        pages(Words::tr("Temporary, written"), m_node.selfBuffers->tempWritten);
    }

    const explain::Plan &m_plan;
    const explain::Node &m_node;
    const explain::Node *m_earlier;
    std::vector<std::pair<QString, QString>> m_found;
};

} // namespace

std::vector<std::pair<QString, QString>> planDetails(const explain::Plan &plan, const explain::Node &node,
                                                     const explain::Node *earlier)
{
    return Details(plan, node, earlier).list();
}

QString planSummary(const explain::Plan &plan)
{
    const auto &root = plan.root();
    if (!plan.analyzed)
        return Words::tr("Planned, not executed: cost %1, %2 rows expected")
            .arg(planCount(root.totalCost), planCount(root.plannedRows));
    const auto rows =
        root.allRows() == 1 ? Words::tr("1 row") : Words::tr("%1 rows").arg(planCount(root.allRows()));
    QStringList parts{planTime(plan.whole()), Words::tr("planned in %1").arg(planTime(plan.planningMs)),
                      rows};
    if (root.buffers && root.buffers->touched() > 0)
        parts << Words::tr("%1 touched").arg(byteSize(root.buffers->touched() * pageBytes));
    return parts.join(u" · "_s);
}

} // namespace squall::models
