#include "core/catalog/summary.h"

#include "core/catalog/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace squall::catalog {

using namespace Qt::StringLiterals;

namespace {

using Line = std::array<QString, 4>; // name, kind, rows, size

Line lineOf(const ObjectId &id, const Size &size)
{
    const QLocale locale;
    return {id.text(), word(id.kind), size.rows < 0 ? QString() : u"≈ "_s + locale.toString(size.rows),
            size.bytes > 0 ? locale.formattedDataSize(size.bytes) : QString()};
}

QString laidOut(const std::vector<Line> &lines)
{
    std::array<qsizetype, 4> widths{};
    for (const auto &line : lines) {
        for (size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], line[i].size());
    }
    QString text;
    for (const auto &line : lines) {
        QString row = line[0].leftJustified(widths[0]) + u"  "_s + line[1].leftJustified(widths[1]) +
                      u"  "_s + line[2].rightJustified(widths[2]) + u"  "_s +
                      line[3].rightJustified(widths[3]);
        while (row.endsWith(u' '))
            row.chop(1);
        text += row + u'\n';
    }
    return text;
}

/// Nothing to say of what there is none of.
QString counted(const char *what, size_t number)
{
    if (number == 0)
        return {};
    return QCoreApplication::translate("squall::catalog", what).arg(number);
}

QString notCompared(const std::vector<Unmodeled> &unmodeled)
{
    if (unmodeled.empty())
        return {};
    std::vector<Line> lines;
    for (const auto &item : unmodeled)
        lines.push_back({item.id.text(), item.what, {}, {}});
    return u'\n' +
           counted(QT_TRANSLATE_NOOP("squall::catalog",
                                     "What Squall does not compare, and cannot write as SQL: %1"),
                   unmodeled.size()) +
           u'\n' + laidOut(lines);
}

} // namespace

QString summary(const Snapshot &snapshot)
{
    std::vector<Line> lines;
    for (const auto &table : snapshot.tables)
        lines.push_back(lineOf(idOf(table), *table.size));
    for (const auto &view : snapshot.views)
        lines.push_back(lineOf(idOf(view), view.materialized ? *view.size : Size{}));

    const QStringList others = {
        counted(QT_TRANSLATE_NOOP("squall::catalog", "Schemas: %1"), snapshot.schemas.size()),
        counted(QT_TRANSLATE_NOOP("squall::catalog", "Enums: %1"), snapshot.enums.size()),
        counted(QT_TRANSLATE_NOOP("squall::catalog", "Domains: %1"), snapshot.domains.size()),
        counted(QT_TRANSLATE_NOOP("squall::catalog", "Composite types: %1"), snapshot.composites.size()),
        counted(QT_TRANSLATE_NOOP("squall::catalog", "Range types: %1"), snapshot.ranges.size()),
        counted(QT_TRANSLATE_NOOP("squall::catalog", "Sequences: %1"), snapshot.sequences.size()),
        counted(QT_TRANSLATE_NOOP("squall::catalog", "Functions: %1"), snapshot.functions.size()),
        counted(QT_TRANSLATE_NOOP("squall::catalog", "Extensions: %1"), snapshot.extensions.size()),
        counted(QT_TRANSLATE_NOOP("squall::catalog", "Other objects: %1"), snapshot.definitions.size()),
    };
    QStringList said;
    std::copy_if(others.begin(), others.end(), std::back_inserter(said),
                 [](const QString &text) { return !text.isEmpty(); });
    return snapshot.database->name + u" · PostgreSQL "_s + snapshot.database->serverVersionText + u"\n\n"_s +
           laidOut(lines) + u'\n' + said.join(u" · "_s) + u'\n' + notCompared(snapshot.unmodeled);
}

} // namespace squall::catalog
