#include "ui/grid/gridmarks.h"

#include "core/edit/values/dates.h"

#include "core/edit/newvalue.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace squall::ui {

using namespace Qt::StringLiterals;
using namespace models;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GridMarks)
};

constexpr int cornerSize = 7;
constexpr int edgeWidth = 3;
constexpr qsizetype longestOriginal = 500;

void paintWave(QPainter &painter, const QRectF &text)
{
    constexpr double step = 2;
    QPainterPath wave({text.left(), text.bottom()});
    double rise = -step;
    for (double x = text.left() + step; x <= text.right() + step; x += step) {
        wave.lineTo(x, text.bottom() + std::min(0.0, rise));
        rise = -rise;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPath(wave);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

QVariant at(const WindowModel &model, int row, int column, int role)
{
    return model.index(row, column).data(role);
}

} // namespace

GridRow GridRow::of(const WindowModel &model, int row)
{
    return {.mark = at(model, row, 0, RowMarkRole).value<EditMark>(),
            .dimmed = at(model, row, 0, DimmedRole).toBool()};
}

GridMarks GridMarks::of(const WindowModel &model, const GridRow &line, int row, int column)
{
    GridMarks marks{.row = line, .moved = at(model, row, column, MovedRole).toBool()};
    if (line.mark == EditMark::None || line.mark == EditMark::Removed)
        return marks;
    marks.cell = at(model, row, column, EditMarkRole).value<EditMark>();
    const auto kind = at(model, row, column, Qt::EditRole).value<edit::NewValue>().kind;
    marks.computed = marks.cell != EditMark::None &&
                     (kind == edit::NewValue::Kind::Now || kind == edit::NewValue::Kind::RandomUuid);
    marks.faulty = !at(model, row, column, FaultRole).toString().isEmpty();
    return marks;
}

std::optional<Token> GridMarks::ground() const
{
    if (row.mark == EditMark::Added || row.mark == EditMark::Removed)
        return groundOf(row.mark);
    return groundOf(cell);
}

Token GridMarks::ink(bool selected) const
{
    if (isRemoved())
        return Token::Removed;
    return row.dimmed ? dimInk(selected) : Token::Text;
}

Token GridMarks::dimInk(bool selected) const
{
    if (isRemoved())
        return Token::Removed;
    return selected || ground() ? Token::Muted : Token::Faint;
}

QString signOf(EditMark mark)
{
    switch (mark) {
    case EditMark::None: return {};
    case EditMark::Added: return u"+"_s;
    case EditMark::Changed: return u"~"_s;
    case EditMark::Removed: return u"\u2212"_s;
    }
    Q_UNREACHABLE();
}

Token inkOf(EditMark mark)
{
    switch (mark) {
    case EditMark::None: return Token::Text;
    case EditMark::Added: return Token::Added;
    case EditMark::Changed: return Token::Changed;
    case EditMark::Removed: return Token::Removed;
    }
    Q_UNREACHABLE();
}

std::optional<Token> groundOf(EditMark mark)
{
    switch (mark) {
    case EditMark::None: return {};
    case EditMark::Added: return Token::AddedGround;
    case EditMark::Changed: return Token::ChangedGround;
    case EditMark::Removed: return Token::RemovedGround;
    }
    Q_UNREACHABLE();
}

void paintMarks(QPainter &painter, const Theme &theme, const GridMarks &marks, const QRectF &text,
                const QRect &cell)
{
    if (marks.isRemoved()) {
        painter.setPen(theme.color(Token::Removed));
        const int y = qRound(text.center().y());
        painter.drawLine(qRound(text.left()), y, qRound(text.right()), y);
    }
    if (marks.cell == EditMark::Changed)
        painter.fillRect(cell.left(), cell.top(), edgeWidth, cell.height() - 1, theme.color(Token::Changed));
    if (marks.faulty) {
        painter.setPen(theme.color(Token::Removed));
        painter.drawRect(cell.adjusted(1, 1, -3, -3));
        paintWave(painter, text.adjusted(0, 0, 0, -1));
    }
    if (marks.moved) {
        const QPolygon corner({{cell.right() - cornerSize, cell.top()},
                               {cell.right(), cell.top()},
                               {cell.right(), cell.top() + cornerSize}});
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Accent));
        painter.drawPolygon(corner);
    }
}

namespace {

/// The same moment elsewhere; nothing for what is none.
QStringList momentsOf(const QString &text)
{
    const auto moment = edit::momentIn(text.toUtf8());
    if (!moment)
        return {};
    const auto form = u"yyyy-MM-dd HH:mm:ss"_s;
    const auto local = moment->toLocalTime();
    return {Text::tr("UTC: %1").arg(moment->toUTC().toString(form)),
            Text::tr("Here: %1 (%2)").arg(local.toString(form), local.timeZoneAbbreviation())};
}

} // namespace

QString remarksOn(const WindowModel &model, int row, int column)
{
    QStringList remarks;
    if (const auto fault = at(model, row, column, FaultRole).toString(); !fault.isEmpty())
        remarks << fault;
    const auto mark = at(model, row, column, EditMarkRole).value<EditMark>();
    if (mark == EditMark::Changed) {
        const auto original = at(model, row, column, OriginalRole).toString();
        remarks << Text::tr("It was %1")
                       .arg(original.isNull()    ? u"NULL"_s
                            : original.isEmpty() ? u"''"_s
                                                 : original.left(longestOriginal));
    }
    if (const auto filled = at(model, row, column, DefaultRole).toString(); !filled.isEmpty())
        remarks << Text::tr("Filled by its default: %1").arg(filled);
    if (at(model, row, column, MovedRole).toBool())
        remarks << Text::tr("Changed on the server since it was last looked at");
    if (!model.headerData(column, Qt::Horizontal, ZoneRole).toString().isEmpty())
        remarks << momentsOf(at(model, row, column, Qt::DisplayRole).toString());
    return remarks.join(u'\n');
}

QString spokenMarks(const WindowModel &model, int row, int column)
{
    QStringList words;
    if (const auto fault = at(model, row, column, FaultRole).toString(); !fault.isEmpty())
        words << Text::tr("cannot be: %1").arg(fault);
    switch (at(model, row, column, RowMarkRole).value<EditMark>()) {
    case EditMark::None: break;
    case EditMark::Added: words << Text::tr("new row"); break;
    case EditMark::Removed: words << Text::tr("removed row"); break;
    case EditMark::Changed:
        if (at(model, row, column, EditMarkRole).value<EditMark>() != EditMark::Changed)
            break;
        words << Text::tr("changed");
        if (const auto original = at(model, row, column, OriginalRole).toString(); !original.isEmpty())
            words << Text::tr("was %1").arg(original.left(longestOriginal));
        break;
    }
    if (at(model, row, column, MovedRole).toBool())
        words << Text::tr("changed on the server");
    if (at(model, row, column, DimmedRole).toBool())
        words << Text::tr("row marked as deleted");
    return words.join(u", "_s);
}

} // namespace squall::ui
