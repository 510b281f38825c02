#include "models/diagram/overlaymakers.h"
#include "models/quantity.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace squall::models {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::DiagramOverlay)
};

/// Numbers between ten and ten million are told apart by how many figures they have: heat is a logarithm.
class Scale
{
public:
    /// `base`: from one step of the scale to the next.
    Scale(double base, const std::vector<qint64> &values)
        : m_base(base)
    {
        if (values.empty())
            return;
        const auto [least, most] = std::minmax_element(values.begin(), values.end());
        m_high = static_cast<int>(std::ceil(steps(*most)));
        // Few steps would make of a small difference a large one.
        m_low = std::min(static_cast<int>(std::floor(steps(*least))), m_high - leastSteps);
        if (m_low < 0) {
            m_high = std::max(m_high, leastSteps);
            m_low = 0;
        }
    }

    double heat(qint64 value) const
    {
        return std::clamp((steps(value) - m_low) / (m_high - m_low), 0.0, 1.0);
    }

    /// The values at so many places of the scale at most, its ends among them.
    std::vector<qint64> marks(int most) const
    {
        const int every = std::max(1, static_cast<int>(std::ceil((m_high - m_low) / (most - 1.0))));
        std::vector<qint64> values;
        for (int step = m_high; step >= m_low; step -= every)
            values.push_back(static_cast<qint64>(std::pow(m_base, step)));
        std::reverse(values.begin(), values.end());
        return values;
    }

private:
    static constexpr int leastSteps = 3;

    double steps(qint64 value) const
    {
        return std::log(static_cast<double>(std::max<qint64>(1, value))) / std::log(m_base);
    }

    double m_base;
    int m_low = 0;
    int m_high = leastSteps;
};

/// -1: nobody has counted.
qint64 valueOf(const catalog::Size &size, DiagramOverlayKind kind)
{
    if (size.rows < 0)
        return -1;
    return kind == DiagramOverlayKind::Rows ? size.rows : size.bytes;
}

} // namespace

void markHeat(DiagramOverlay &made, const diagram::Diagram &diagram)
{
    const bool ofRows = made.kind == DiagramOverlayKind::Rows;
    std::vector<qint64> values;
    for (const auto &entity : diagram.entities) {
        if (const auto value = valueOf(entity.size, made.kind); value >= 0)
            values.push_back(value);
    }
    // 32 * 32 is the 1024 that units of bytes are apart.
    const Scale scale(ofRows ? 10 : 32, values);
    int unknown = 0;
    for (std::size_t i = 0; i < diagram.entities.size(); ++i) {
        const auto value = valueOf(diagram.entities[i].size, made.kind);
        const auto box = static_cast<int>(i);
        if (value < 0) {
            ++unknown;
            made.boxes[i] = {.tone = DiagramTone::Unknown, .text = Text::tr("not known")};
            made.boxWords[box] << Text::tr("Never analysed: how large it is, nobody knows yet.");
            continue;
        }
        const auto figure = ofRows ? Text::tr("%1 rows").arg(approximateRows(value)) : byteSize(value);
        made.boxes[i] = {.tone = DiagramTone::Heat, .text = figure, .heat = scale.heat(value)};
        made.boxWords[box] << (ofRows ? Text::tr("%1 rows").arg(estimatedRows(value))
                                      : Text::tr("%1 on disk, without indexes").arg(byteSize(value)));
    }
    made.legend.title = ofRows ? Text::tr("Rows") : Text::tr("Size");
    constexpr int mostMarks = 5;
    if (!values.empty()) {
        for (const auto value : scale.marks(mostMarks))
            made.legend.scale.push_back(
                {scale.heat(value), ofRows ? approximateRows(value).mid(2) : byteSize(value)});
    }
    if (unknown > 0)
        made.legend.entries.push_back({{.tone = DiagramTone::Unknown, .text = Text::tr("not known")},
                                       Text::tr("%1 never analysed").arg(QLocale().toString(unknown))});
    made.legend.notes << (ofRows
                              ? Text::tr("As the planner believes, partitions included.")
                              : Text::tr("As the planner believes, partitions included, without indexes."));
}

} // namespace squall::models
