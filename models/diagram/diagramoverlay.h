#pragma once

#include "core/diagram/changes.h"
#include "models/diagram/diagramcontent.h"
#include "models/diagram/diagramlens.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace squall::models {

/// What a mark says by its colour; what stands in it says the same.
enum class DiagramTone : unsigned char { None, Heat, Unknown, Warning, Added, Removed, Altered, Circle };

/// Beside the name of a box, before one of its rows, or on a line.
struct DiagramMark
{
    DiagramTone tone = DiagramTone::None;
    QString text = {}; ///< a sign, a figure, a word or two
    double heat = 0;   ///< of Heat: 0 to 1
    int circle = 0;    ///< of Circle: its number, from 0

    explicit operator bool() const { return tone != DiagramTone::None; }
    bool operator==(const DiagramMark &) const = default;
};

/// How to read an overlay, and what it found.
struct DiagramLegend
{
    struct Step
    {
        double heat = 0;
        QString text;

        bool operator==(const Step &) const = default;
    };
    struct Entry
    {
        DiagramMark mark;
        QString text;

        bool operator==(const Entry &) const = default;
    };

    QString title = {};
    std::vector<Step> scale = {}; ///< of heat, the coldest first
    std::vector<Entry> entries = {};
    QStringList notes = {};

    /// All of it, for those who cannot see it.
    QString text() const;

    bool operator==(const DiagramLegend &) const = default;
};

/// What lies over a diagram. By the numbers of its content.
struct DiagramOverlay
{
    DiagramOverlayKind kind = DiagramOverlayKind::None;
    std::vector<DiagramMark> boxes = {};
    std::vector<std::vector<DiagramMark>> rows = {}; ///< by box; none where no row is marked
    std::vector<DiagramMark> lines = {};
    QHash<int, QStringList> boxWords = {}; ///< what a mark means, in sentences
    QHash<int, QStringList> rowWords = {}; ///< by `rowKey`
    QHash<int, QStringList> lineWords = {};
    QHash<int, QString> remedies = {}; ///< by line: the SQL that would help
    DiagramLegend legend = {};

    const DiagramMark &box(int box) const { return boxes[static_cast<std::size_t>(box)]; }
    const DiagramMark &line(int line) const { return lines[static_cast<std::size_t>(line)]; }
    /// None where it is not marked.
    DiagramMark row(int box, int row) const;
    static int rowKey(int box, int row) { return box * 4096 + row; }

    bool operator==(const DiagramOverlay &) const = default;
};

using DiagramOverlayPtr = std::shared_ptr<const DiagramOverlay>;

/// What `content`, made of `diagram`, looks like through a lens; `changes` are those since `lens.before`.
/// Null when there is nothing to say.
DiagramOverlayPtr overlayOf(const DiagramLens &lens, const diagram::Diagram &diagram,
                            const DiagramContent &content, const diagram::Changes &changes = {});

} // namespace squall::models
