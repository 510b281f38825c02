#include "ui/table/rowcountbutton.h"

#include "models/rowwindowmodel.h"
#include "ui/theme/fonts.h"

#include <QLocale>

namespace squall::ui {

using namespace Qt::StringLiterals;

RowCountButton::RowCountButton(models::RowWindowModel &rows, QWidget *parent)
    : QToolButton(parent)
    , m_rows(rows)
{
    setObjectName(u"rowCount"_s);
    setFont(ui::font(TextStyle::Small));
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Number of rows"));
    connect(this, &QToolButton::clicked, this, &RowCountButton::toggle);
}

void RowCountButton::showCount(const QString &text)
{
    setText(m_rows.isCounting()   ? tr("counting …")
            : m_rows.countError() ? tr("%1, not counted", "1,000 rows").arg(text)
                                  : text);
    setToolTip(explanation());
    setAccessibleDescription(this->text());
}

void RowCountButton::toggle()
{
    if (m_rows.isCounting())
        m_rows.stop();
    else
        m_rows.count();
}

QString RowCountButton::explanation() const
{
    if (m_rows.isCounting())
        return tr("Every row is being counted. A click or Esc stops that.");
    if (m_rows.countError())
        return tr("Counting did not work: %1. A click tries again.")
            .arg(m_rows.countError()->message.left(500));
    if (!m_rows.isRowCountExact())
        return tr("An estimate. A click counts every row.");
    const auto since = m_rows.numberedSince();
    return since.isValid() ? tr("Counted at %1. F5 looks again.")
                                 .arg(QLocale().toString(since.time(), QLocale::ShortFormat))
                           : QString();
}

} // namespace squall::ui
