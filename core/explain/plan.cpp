#include "core/explain/plan.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace squall::explain {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::explain::Plan)
};

QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (value.isArray()) {
        QStringList parts;
        for (const auto &each : value.toArray())
            parts << textOf(each);
        return parts.join(u", "_s);
    }
    QStringList parts;
    const auto object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each)
        parts << each.key() + u": "_s + textOf(*each);
    return parts.join(u", "_s);
}

QStringList listOf(const QJsonValue &value)
{
    QStringList parts;
    for (const auto &each : value.toArray())
        parts << each.toString();
    return parts;
}

/// Reads the fields of one step; each is taken once, and what is left is a detail.
class NodeReader
{
public:
    explicit NodeReader(const QJsonObject &fields)
        : m_fields(fields)
    {
    }

    Node read()
    {
        Node node{.type = text(u"Node Type")};
        readNames(node);
        readNumbers(node);
        readConditions(node);
        readMemory(node);
        readBuffers(node);
        m_fields.remove(u"Plans"_s);
        for (auto each = m_fields.begin(); each != m_fields.end(); ++each)
            node.details.emplace_back(each.key(), textOf(*each));
        return node;
    }

private:
    QJsonValue take(QStringView name) { return m_fields.take(name); }
    QString text(QStringView name) { return take(name).toString(); }
    double number(QStringView name) { return take(name).toDouble(); }

    void readNames(Node &node)
    {
        node.joinType = text(u"Join Type");
        node.strategy = text(u"Strategy");
        node.operation = text(u"Operation");
        node.relationship = text(u"Parent Relationship");
        node.subplan = text(u"Subplan Name");
        node.schema = text(u"Schema");
        node.relation = text(u"Relation Name");
        node.alias = text(u"Alias");
        node.index = text(u"Index Name");
        node.cte = text(u"CTE Name");
        node.function = text(u"Function Name");
    }

    void readNumbers(Node &node)
    {
        node.startupCost = number(u"Startup Cost");
        node.totalCost = number(u"Total Cost");
        node.plannedRows = number(u"Plan Rows");
        node.width = static_cast<int>(number(u"Plan Width"));
        node.startupMs = number(u"Actual Startup Time");
        node.totalMs = number(u"Actual Total Time");
        node.rows = number(u"Actual Rows");
        node.loops = number(u"Actual Loops");
        node.workersPlanned = static_cast<int>(number(u"Workers Planned"));
        node.workersLaunched = static_cast<int>(number(u"Workers Launched"));
    }

    void readConditions(Node &node)
    {
        node.filter = text(u"Filter");
        node.indexCondition = text(u"Index Cond");
        node.joinFilter = text(u"Join Filter");
        node.hashCondition = text(u"Hash Cond");
        node.mergeCondition = text(u"Merge Cond");
        node.recheckCondition = text(u"Recheck Cond");
        node.removedByFilter = number(u"Rows Removed by Filter");
        node.removedByJoinFilter = number(u"Rows Removed by Join Filter");
        node.removedByRecheck = number(u"Rows Removed by Index Recheck");
        node.heapFetches = number(u"Heap Fetches");
        node.lossyBlocks = number(u"Lossy Heap Blocks");
    }

    void readMemory(Node &node)
    {
        node.sortKey = listOf(take(u"Sort Key"));
        node.groupKey = listOf(take(u"Group Key"));
        node.sortMethod = text(u"Sort Method");
        node.sortKilobytes = static_cast<qint64>(number(u"Sort Space Used"));
        node.sortOnDisk = text(u"Sort Space Type") == u"Disk";
        const auto hashBatches = number(u"Hash Batches");
        node.hashBatches = static_cast<int>(hashBatches + number(u"HashAgg Batches"));
        node.peakKilobytes = static_cast<qint64>(number(u"Peak Memory Usage"));
        node.diskKilobytes = static_cast<qint64>(number(u"Disk Usage"));
    }

    void readBuffers(Node &node)
    {
        if (!m_fields.contains(u"Shared Hit Blocks"_s))
            return;
        const auto blocks = [this](QStringView shared, QStringView local) {
            const auto count = number(shared);
            return static_cast<qint64>(count + number(local));
        };
        node.buffers = Buffers{.hit = blocks(u"Shared Hit Blocks", u"Local Hit Blocks"),
                               .read = blocks(u"Shared Read Blocks", u"Local Read Blocks"),
                               .dirtied = blocks(u"Shared Dirtied Blocks", u"Local Dirtied Blocks"),
                               .written = blocks(u"Shared Written Blocks", u"Local Written Blocks"),
                               .tempRead = static_cast<qint64>(number(u"Temp Read Blocks")),
                               .tempWritten = static_cast<qint64>(number(u"Temp Written Blocks"))};
    }

    QJsonObject m_fields;
};

void addNodes(Plan &plan, const QJsonObject &fields, int parent, int depth)
{
    const auto index = static_cast<int>(plan.nodes.size());
    plan.nodes.push_back(NodeReader(fields).read());
    plan.nodes.back().parent = parent;
    plan.nodes.back().depth = depth;
    if (parent >= 0)
        plan.nodes[static_cast<size_t>(parent)].children.push_back(index);
    for (const auto &child : fields.value(u"Plans").toArray())
        addNodes(plan, child.toObject(), index, depth + 1);
}

bool isCommonTable(const Node &node)
{
    return node.relationship == u"InitPlan" && node.subplan.startsWith(u"CTE ");
}

/// How many processes share the loops of what stands below a Gather.
double processesFor(const Plan &plan, const Node &node)
{
    for (auto at = node.parent; at >= 0; at = plan.nodes[static_cast<size_t>(at)].parent) {
        const auto &above = plan.nodes[static_cast<size_t>(at)];
        if (above.type.startsWith(u"Gather"))
            return std::min(above.workersLaunched + 1.0, std::max(1.0, node.loops));
    }
    return 1;
}

/// By what a step's conditions name the result of an InitPlan: `$0`, since 17 `(InitPlan 1)`.
QRegularExpression resultOf(const Node &initPlan)
{
    static const QRegularExpression returns(u"\\(returns (\\$\\d+)"_s);
    const auto match = returns.match(initPlan.subplan);
    const auto name = match.hasMatch() ? match.captured(1) : u'(' + initPlan.subplan + u')';
    return QRegularExpression(QRegularExpression::escape(name) + u"(?!\\d)"_s);
}

bool mentions(const Node &node, const QRegularExpression &name)
{
    for (const auto &each : {node.filter, node.indexCondition, node.joinFilter, node.hashCondition,
                             node.mergeCondition, node.recheckCondition}) {
        if (each.contains(name))
            return true;
    }
    return std::any_of(node.details.begin(), node.details.end(),
                       [&](const auto &each) { return each.second.contains(name); });
}

/// Its result is worked out when it is first needed: by the deepest step that names it, not by the one below
/// which it stands.
int userOf(const Plan &plan, int initPlan)
{
    const auto isBelow = [&](int node, int above) {
        for (; node >= 0; node = plan.nodes[static_cast<size_t>(node)].parent) {
            if (node == above)
                return true;
        }
        return false;
    };
    const auto owner = plan.nodes[static_cast<size_t>(initPlan)].parent;
    const auto name = resultOf(plan.nodes[static_cast<size_t>(initPlan)]);
    auto found = owner;
    for (int i = owner; i < static_cast<int>(plan.nodes.size()); ++i) {
        const auto &node = plan.nodes[static_cast<size_t>(i)];
        if (isBelow(i, owner) && !isBelow(i, initPlan) && mentions(node, name) &&
            node.depth >= plan.nodes[static_cast<size_t>(found)].depth)
            found = i;
    }
    return found;
}

/// What a node spends itself. A common table is not executed where it stands, but where it is read.
void addSelfTimes(Plan &plan)
{
    for (auto &node : plan.nodes)
        node.wholeMs = node.totalMs * node.loops / processesFor(plan, node);
    for (auto &node : plan.nodes)
        node.selfMs = node.wholeMs;
    QHash<QString, double> tables;
    for (auto &node : plan.nodes) {
        node.selfCost = node.totalCost;
        for (const auto index : node.children) {
            const auto &child = plan.nodes[static_cast<size_t>(index)];
            node.selfCost -= child.totalCost;
            if (isCommonTable(child))
                tables.insert(child.subplan.mid(4), child.wholeMs);
            else if (child.relationship == u"InitPlan")
                plan.nodes[static_cast<size_t>(userOf(plan, index))].selfMs -= child.wholeMs;
            else
                node.selfMs -= child.wholeMs;
        }
    }
    for (auto &node : plan.nodes) {
        if (node.type == u"CTE Scan" && tables.contains(node.cte)) {
            const auto spent = std::min(node.selfMs, tables[node.cte]);
            node.selfMs -= spent;
            tables[node.cte] -= spent;
        }
        node.selfMs = std::max(0.0, node.selfMs);
        node.selfCost = std::max(0.0, node.selfCost);
    }
}

void addSelfBuffers(Plan &plan)
{
    for (auto &node : plan.nodes) {
        if (!node.buffers)
            continue;
        auto self = *node.buffers;
        for (const auto index : node.children) {
            const auto below = plan.nodes[static_cast<size_t>(index)].buffers.value_or(Buffers());
            self.hit = std::max<qint64>(0, self.hit - below.hit);
            self.read = std::max<qint64>(0, self.read - below.read);
            self.dirtied = std::max<qint64>(0, self.dirtied - below.dirtied);
            self.written = std::max<qint64>(0, self.written - below.written);
            self.tempRead = std::max<qint64>(0, self.tempRead - below.tempRead);
            self.tempWritten = std::max<qint64>(0, self.tempWritten - below.tempWritten);
        }
        node.selfBuffers = self;
    }
}

void markHotPath(Plan &plan)
{
    const auto less = [&](const Node &one, const Node &other) {
        return plan.analyzed ? one.selfMs < other.selfMs : one.selfCost < other.selfCost;
    };
    const auto hottest = std::max_element(plan.nodes.begin(), plan.nodes.end(), less);
    for (auto at = static_cast<int>(hottest - plan.nodes.begin()); at >= 0;) {
        auto &node = plan.nodes[static_cast<size_t>(at)];
        node.hot = true;
        at = node.parent;
    }
}

} // namespace

double Node::misestimate() const
{
    if (!wasExecuted())
        return 1;
    return std::max(rows, 1.0) / std::max(plannedRows, 1.0);
}

double Plan::whole() const
{
    return analyzed ? std::max(executionMs, root().wholeMs) : root().totalCost;
}

double Plan::shareOf(const Node &node) const
{
    const auto all = whole();
    return all > 0 ? std::clamp((analyzed ? node.selfMs : node.selfCost) / all, 0.0, 1.0) : 0;
}

Result<Plan> readPlan(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    const auto whole = document.isArray() ? document.array().first().toObject() : document.object();
    const auto root = whole.value(u"Plan").toObject();
    if (root.isEmpty())
        return Error{.code = Error::Code::Parse, .message = Words::tr("This is no plan of EXPLAIN.")};
    Plan plan{.nodes = {}, .json = json};
    addNodes(plan, root, -1, 0);
    plan.analyzed = root.contains(u"Actual Loops"_s);
    plan.planningMs = whole.value(u"Planning Time").toDouble();
    plan.executionMs = whole.value(u"Execution Time").toDouble();
    plan.jitMs = whole.value(u"JIT").toObject().value(u"Timing").toObject().value(u"Total").toDouble();
    for (const auto &each : whole.value(u"Triggers").toArray()) {
        const auto trigger = each.toObject();
        plan.triggers.push_back({.name = trigger.value(u"Trigger Name").toString(),
                                 .constraint = trigger.value(u"Constraint Name").toString(),
                                 .relation = trigger.value(u"Relation").toString(),
                                 .ms = trigger.value(u"Time").toDouble(),
                                 .calls = trigger.value(u"Calls").toInteger()});
    }
    const auto settings = whole.value(u"Settings").toObject();
    for (auto each = settings.begin(); each != settings.end(); ++each)
        plan.settings.emplace_back(each.key(), each->toString());
    addSelfTimes(plan);
    addSelfBuffers(plan);
    markHotPath(plan);
    return plan;
}

} // namespace squall::explain
