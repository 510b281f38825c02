#include "ui/diagram/diagramwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace squall::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::DiagramWords)
};

} // namespace

QString tablesInWords(int count)
{
    return count == 1 ? Text::tr("1 table") : Text::tr("%1 tables").arg(QLocale().toString(count));
}

QString referencesInWords(int count)
{
    return count == 1 ? Text::tr("1 reference") : Text::tr("%1 references").arg(QLocale().toString(count));
}

QString partitionsInWords(int count)
{
    return count == 1 ? Text::tr("1 partition") : Text::tr("%1 partitions").arg(QLocale().toString(count));
}

QString momentInWords(const QDateTime &moment)
{
    return moment.date() == QDate::currentDate() ? QLocale().toString(moment.time(), QLocale::ShortFormat)
                                                 : QLocale().toString(moment, QLocale::ShortFormat);
}

QString stepsInWords(int count)
{
    return count == 1 ? Text::tr("1 step") : Text::tr("%1 steps").arg(QLocale().toString(count));
}

QString colorInWords(models::DiagramColor color)
{
    switch (color) {
    case models::DiagramColor::Blue: return Text::tr("Blue");
    case models::DiagramColor::Orange: return Text::tr("Orange");
    case models::DiagramColor::Teal: return Text::tr("Teal");
    case models::DiagramColor::Violet: return Text::tr("Violet");
    case models::DiagramColor::Pink: return Text::tr("Pink");
    case models::DiagramColor::Yellow: return Text::tr("Yellow");
    }
    Q_UNREACHABLE();
}

QString groupInWords(const models::DiagramGroup &mark)
{
    return mark.group.isEmpty() ? colorInWords(mark.color) : mark.group;
}

} // namespace squall::ui
