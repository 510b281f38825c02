#include "models/diagram/diagramcontent.h"

#include "core/base/shorttypename.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// A table with more columns has a last row that says how many.
constexpr int mostRows = 60;
/// Positions are on this grid, and so are sizes: what lies side by side has even gaps.
constexpr double grid = 8;

bool isShown(const diagram::Column &column, DiagramDetail detail, bool telling)
{
    switch (detail) {
    case DiagramDetail::Names: return false;
    case DiagramDetail::Keys:
        return column.key || column.reference || column.declared || column.unique || telling;
    case DiagramDetail::Columns: return true;
    }
    Q_UNREACHABLE();
}

/// The columns that are shown, by their numbers; those that lines end at first where not all have room.
std::vector<int> shownColumns(const diagram::Entity &entity, DiagramDetail detail,
                              const QSet<ObjectId> &telling)
{
    const auto tells = [&](const diagram::Column &column) {
        return !telling.isEmpty() && telling.contains(catalog::partOf(entity.id, Kind::Column, column.name));
    };
    std::vector<int> shown;
    for (int i = 0; i < static_cast<int>(entity.columns.size()); ++i) {
        const auto &column = entity.columns[static_cast<std::size_t>(i)];
        if (isShown(column, detail, tells(column)))
            shown.push_back(i);
    }
    if (shown.size() <= mostRows)
        return shown;
    std::stable_partition(shown.begin(), shown.end(), [&](int each) {
        const auto &column = entity.columns[static_cast<std::size_t>(each)];
        return column.key || column.reference || column.declared || column.unique || tells(column);
    });
    shown.resize(mostRows);
    std::sort(shown.begin(), shown.end());
    return shown;
}

class Maker
{
public:
    Maker(const diagram::Diagram &diagram, DiagramDetail detail, const DiagramLook &look,
          const QSet<ObjectId> &telling)
        : m_diagram(diagram)
        , m_telling(telling)
    {
        m_content.detail = detail;
        m_content.look = look;
    }

    DiagramContent make()
    {
        for (const auto &entity : m_diagram.entities) {
            if (!m_schemas.contains(entity.id.schema))
                m_schemas << entity.id.schema;
        }
        for (const auto &entity : m_diagram.entities)
            addBox(entity);
        for (const auto &reference : m_diagram.references)
            addLine(reference);
        return std::move(m_content);
    }

private:
    void addBox(const diagram::Entity &entity)
    {
        DiagramBox box{.id = entity.id,
                       .comment = entity.comment,
                       .partitions = static_cast<int>(entity.partitions.size())};
        if (m_schemas.size() > 1)
            box.schema = diagram::shownSchema(entity.id);
        auto shown = shownColumns(entity, m_content.detail, m_telling);
        for (const int each : shown) {
            const auto &column = entity.columns[static_cast<std::size_t>(each)];
            box.rows.push_back({.name = column.name,
                                .type = shortTypeName(column.type),
                                .key = column.key,
                                .unique = column.unique && !column.key,
                                .reference = column.reference,
                                .notNull = column.notNull});
        }
        if (m_content.detail == DiagramDetail::Columns)
            box.more = static_cast<int>(entity.columns.size() - shown.size());
        int marks = 0;
        for (const auto &row : box.rows)
            marks = std::max(marks, int(row.key) + int(row.reference) + int(row.unique));
        box.gutter = marks * m_content.look.badge;
        m_content.graph.boxes.push_back({.size = sizeOf(box),
                                         .group = static_cast<int>(m_schemas.indexOf(entity.id.schema)),
                                         .ports = portsOf(box)});
        m_content.boxes.push_back(std::move(box));
        m_rows.push_back(std::move(shown));
    }

    QSizeF sizeOf(const DiagramBox &box) const
    {
        const auto &look = m_content.look;
        double width = look.title.of(box.id.name) + 2 * look.padding;
        if (!box.schema.isEmpty())
            width += look.title.of(box.schema) + look.title.of(u".");
        if (box.partitions > 0)
            width += look.gap + look.row.of(QString::number(box.partitions)) + look.badge;
        for (const auto &row : box.rows) {
            const double mark = row.notNull ? 0 : look.row.of(u"?");
            width = std::max(width, box.gutter + look.row.of(row.name) + look.gap + look.row.of(row.type) +
                                        mark + 2 * look.padding);
        }
        const auto rows = static_cast<double>(box.rows.size()) + (box.more > 0 ? 1 : 0);
        const double height = look.header + rows * look.line + (rows > 0 ? look.below : 0);
        width = std::ceil(std::clamp(width, look.least, look.most) / grid) * grid;
        return {width, height};
    }

    std::vector<double> portsOf(const DiagramBox &box) const
    {
        std::vector<double> ports;
        for (std::size_t i = 0; i < box.rows.size(); ++i)
            ports.push_back(m_content.look.header + (static_cast<double>(i) + 0.5) * m_content.look.line);
        return ports;
    }

    /// -1: it is not shown, or there is none.
    int rowOf(int box, const std::vector<int> &columns) const
    {
        if (columns.empty())
            return -1;
        const auto &shown = m_rows[static_cast<std::size_t>(box)];
        const auto row = std::find(shown.begin(), shown.end(), columns.front());
        return row == shown.end() ? -1 : static_cast<int>(row - shown.begin());
    }

    void addLine(const diagram::Reference &reference)
    {
        const DiagramLine line{.name = reference.name,
                               .from = reference.from,
                               .to = reference.to,
                               .optional = reference.optional,
                               .single = reference.single,
                               .declared = reference.origin == diagram::Reference::Origin::Declared,
                               .source = reference.source,
                               .fromRow = rowOf(reference.from, reference.columns),
                               .toRow = rowOf(reference.to, reference.toColumns)};
        m_content.graph.edges.push_back(
            {.from = {.box = line.from, .port = line.fromRow}, .to = {.box = line.to, .port = line.toRow}});
        m_content.lines.push_back(line);
    }

    const diagram::Diagram &m_diagram;
    const QSet<ObjectId> &m_telling;
    DiagramContent m_content;
    QStringList m_schemas;
    std::vector<std::vector<int>> m_rows; ///< by box, the columns that its rows show
};

} // namespace

int DiagramContent::find(const ObjectId &id) const
{
    const auto found = std::find_if(boxes.begin(), boxes.end(), [&](const DiagramBox &box) {
        return box.id.name == id.name && box.id.schema == id.schema;
    });
    return found == boxes.end() ? -1 : static_cast<int>(found - boxes.begin());
}

DiagramContent contentOf(const diagram::Diagram &diagram, DiagramDetail detail, const DiagramLook &look,
                         const QSet<ObjectId> &telling)
{
    return Maker(diagram, detail, look, telling).make();
}

} // namespace squall::models
