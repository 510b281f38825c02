#include "ui/edit/inputlook.h"

#include <QPlainTextEdit>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestWrapped = 10'000;

bool hasLongLine(const QString &text)
{
    qsizetype begin = 0;
    while (text.size() - begin > longestWrapped) {
        const auto end = text.indexOf(u'\n', begin);
        if (end < 0 || end - begin > longestWrapped)
            return true;
        begin = end + 1;
    }
    return false;
}

} // namespace

void frameLikeInput(QAbstractScrollArea &view)
{
    view.setFrameShape(QFrame::StyledPanel);
    view.setStyleSheet(
        u"QAbstractScrollArea { border: 1px solid palette(mid); border-radius: 6px; padding: 2px; }"
        " QAbstractScrollArea:focus { border: 1px solid palette(link); }"
        " QAbstractItemView::item { height: 24px; }"
        " QAbstractItemView::item:selected { background: palette(highlight); color: palette(highlighted-text); }"_s);
}

void showText(QPlainTextEdit &edit, const QString &text)
{
    edit.setLineWrapMode(hasLongLine(text) ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    edit.setPlainText(text);
}

} // namespace squall::ui
