#include "ui/diagram/diagramexport.h"
#include "ui/diagram/diagrampages.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::DiagramPdf)
};

constexpr double pointsPerInch = 72;
constexpr double pointsPerUnit = 0.75; ///< a unit is a pixel of 96 to the inch
/// On paper letters may be smaller than on screen.
constexpr double printed = 0.7;
constexpr double leastPrinted = 0.58;
constexpr double mostPoints = 14400; ///< of a page, by what readers of PDF promise
constexpr double margin = 36;
constexpr double footer = 18;
constexpr int footerLetters = 8;
constexpr double mark = 9;

QPageSize sizeOf(Paper paper)
{
    switch (paper) {
    case Paper::A3: return QPageSize(QPageSize::A3);
    case Paper::Letter: return QPageSize(QPageSize::Letter);
    case Paper::A4:
    case Paper::Fit: break;
    }
    return QPageSize(QPageSize::A4);
}

QSizeF roomOn(QSizeF sheet, bool landscape)
{
    if (landscape)
        sheet.transpose();
    return {sheet.width() - 2 * margin, sheet.height() - 2 * margin - footer};
}

DiagramPages pagesOf(const DiagramDrawing &drawing)
{
    const auto &picture = *drawing.picture;
    const QSizeF sheet = sizeOf(drawing.paper).size(QPageSize::Point);
    PageTask task{.area = areaOf(drawing),
                  .boxes = {},
                  .lines = {},
                  .room = roomOn(sheet, false),
                  .lying = roomOn(sheet, true),
                  .scale = pointsPerUnit * drawing.scale.value_or(printed),
                  .least = pointsPerUnit * drawing.scale.value_or(leastPrinted),
                  .largest = pointsPerUnit * drawing.scale.value_or(1)};
    for (int box = 0; box < picture.count(); ++box) {
        if (!drawing.without.contains(box))
            task.boxes.push_back(picture.rect(box));
    }
    for (const auto &note : picture.decoration.notes)
        task.boxes.push_back(note.rect);
    // Of an empty diagram, the sentence.
    if (task.boxes.empty())
        task.boxes.push_back(task.area);
    for (std::size_t i = 0; i < picture.routes.size(); ++i) {
        const auto &line = picture.content->lines[i];
        if (drawing.without.contains(line.from) || drawing.without.contains(line.to))
            continue;
        const auto &points = picture.routes[i].points;
        for (std::size_t at = 1; at < points.size(); ++at)
            task.lines.push_back(QRectF(points[at - 1], points[at]).normalized().adjusted(-1, -1, 1, 1));
    }
    return diagramPages(task);
}

/// Draws into sheets, in points.
class Printer
{
public:
    Printer(const DiagramDrawing &drawing, const DiagramPages &pages, QPainter &painter)
        : m_drawing(drawing)
        , m_pages(pages)
        , m_painter(painter)
    {
    }

    void print(std::size_t number)
    {
        const auto &page = m_pages.pages[number];
        const QRectF content(QPointF(margin, margin), page.seen.size() * m_pages.scale);
        const QSizeF sheet(content.width() + 2 * margin, content.height() + 2 * margin + footer);
        m_painter.fillRect(QRectF(QPointF(), sheet), m_drawing.style.color(Token::Surface));
        m_painter.save();
        m_painter.setClipRect(content);
        m_painter.translate(content.topLeft());
        m_painter.scale(m_pages.scale, m_pages.scale);
        m_painter.translate(-page.seen.topLeft());
        paintDrawing(m_drawing, m_painter, page.seen, 1);
        m_painter.restore();
        printMarks(page, content);
        printFooter(number, QRectF(content.left(), content.bottom() + mark, content.width(), footer));
    }

private:
    /// Where the neighbours begin and end, for laying the sheets together.
    void printMarks(const DiagramPage &page, const QRectF &content)
    {
        m_painter.setPen(QPen(m_drawing.style.color(Token::Faint), 0.5));
        const auto ticks = [&](const std::vector<double> &starts, int own, double length, auto &&tick) {
            const auto at = static_cast<std::size_t>(own);
            if (at > 0)
                tick((starts[at - 1] + length - starts[at]) * m_pages.scale);
            if (at + 1 < starts.size())
                tick((starts[at + 1] - starts[at]) * m_pages.scale);
        };
        ticks(m_pages.xs, page.column, page.seen.width(), [&](double x) {
            line(content.left() + x, content.top() - mark, content.left() + x, content.top());
            line(content.left() + x, content.bottom(), content.left() + x, content.bottom() + mark);
        });
        ticks(m_pages.ys, page.row, page.seen.height(), [&](double y) {
            line(content.left() - mark, content.top() + y, content.left(), content.top() + y);
            line(content.right(), content.top() + y, content.right() + mark, content.top() + y);
        });
    }

    void line(double fromX, double fromY, double toX, double toY)
    {
        m_painter.drawLine(QPointF(fromX, fromY), QPointF(toX, toY));
    }

    void printFooter(std::size_t number, const QRectF &rect)
    {
        auto font = m_drawing.style.title;
        font.setPixelSize(footerLetters);
        m_painter.setFont(font);
        m_painter.setPen(m_drawing.style.color(Token::Muted));
        const auto ofAll = m_pages.pages.size() < 2
                               ? QString()
                               : m_pages.pages[number].name() + u" · "_s +
                                     Text::tr("Page %1 of %2").arg(number + 1).arg(m_pages.pages.size());
        m_painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, ofAll);
        const QFontMetricsF letters(font);
        const double room = rect.width() - letters.horizontalAdvance(ofAll) - margin;
        m_painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                           letters.elidedText(m_drawing.title, Qt::ElideRight, room));
    }

    const DiagramDrawing &m_drawing;
    const DiagramPages &m_pages;
    QPainter &m_painter;
};

/// One page as large as the diagram.
QString printWhole(const DiagramDrawing &drawing, QPdfWriter &writer)
{
    const auto area = areaOf(drawing);
    const double wanted = pointsPerUnit * drawing.scale.value_or(1);
    const double scale = std::min(wanted, mostPoints / std::max(area.width(), area.height()));
    const QSizeF page(std::ceil(area.width() * scale), std::ceil(area.height() * scale));
    writer.setPageLayout(QPageLayout(QPageSize(page, QPageSize::Point, {}, QPageSize::ExactMatch),
                                     QPageLayout::Portrait, {}, QPageLayout::Point));
    QPainter painter(&writer);
    const double dots = drawing.dpi / pointsPerInch;
    painter.scale(scale * dots, scale * dots);
    painter.translate(-area.topLeft());
    // What a page has more than the diagram, for its size is whole points.
    paintDrawing(drawing, painter, QRectF(area.topLeft(), page / scale), 1);
    if (scale >= wanted)
        return {};
    return Text::tr("The page is as large as PDF allows, the diagram at %1 of its size.")
        .arg(QLocale().toString(scale / pointsPerUnit * 100, 'f', 0) + u" %"_s);
}

Result<QString> printPages(const DiagramDrawing &drawing, QPdfWriter &writer, const Cancelled &cancelled)
{
    const auto pages = pagesOf(drawing);
    writer.setPageLayout(QPageLayout(sizeOf(drawing.paper),
                                     pages.landscape ? QPageLayout::Landscape : QPageLayout::Portrait, {},
                                     QPageLayout::Point));
    QPainter painter(&writer);
    painter.scale(drawing.dpi / pointsPerInch, drawing.dpi / pointsPerInch);
    Printer printer(drawing, pages, painter);
    for (std::size_t page = 0; page < pages.pages.size(); ++page) {
        if (cancelled && cancelled())
            return Error{.code = Error::Code::Cancelled, .message = {}};
        if (page > 0)
            writer.newPage();
        printer.print(page);
    }
    if (!drawing.scale || pages.scale >= *drawing.scale * pointsPerUnit)
        return QString();
    return Text::tr("Drawn at %1 of its size, so that every table is whole on a page.")
        .arg(QLocale().toString(pages.scale / pointsPerUnit * 100, 'f', 0) + u" %"_s);
}

} // namespace

Result<PictureFile> diagramPdf(const DiagramDrawing &drawing, const Cancelled &cancelled)
{
    PictureFile file;
    QBuffer buffer(&file.bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(drawing.title);
        writer.setCreator(u"Squall"_s);
        // The fonts' points are those of the screen.
        writer.setResolution(qRound(drawing.dpi));
        if (drawing.paper == Paper::Fit) {
            file.remark = printWhole(drawing, writer);
        } else {
            const auto remark = printPages(drawing, writer, cancelled);
            if (!remark)
                return remark.error();
            file.remark = *remark;
        }
    }
    return file;
}

} // namespace squall::ui
