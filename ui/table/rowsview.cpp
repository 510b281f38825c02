#include "ui/table/rowsview.h"

#include "ui/grid/grid.h"
#include "ui/table/failurepanel.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::RowWindowModel;

RowsView::RowsView(const Theme &theme, RowWindowModel &rows, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_rows(rows)
    , m_strip(new QLabel(this))
    , m_grid(new Grid(theme, this))
    , m_empty(new QLabel(m_grid))
    , m_failure(new FailurePanel(theme, this))
    , m_pages(new QStackedLayout)
{
    m_strip->setObjectName(u"rowsStrip"_s);
    m_strip->setWordWrap(true);
    m_strip->setTextFormat(Qt::PlainText);
    m_strip->setContentsMargins(12, 6, 12, 6);
    m_strip->setAutoFillBackground(true);
    m_grid->setObjectName(u"rowsGrid"_s);
    m_empty->setObjectName(u"rowsEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_empty->setForegroundRole(QPalette::WindowText);
    m_failure->setObjectName(u"rowsFailure"_s);

    m_pages->addWidget(m_grid);
    m_pages->addWidget(m_failure);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addLayout(m_pages, 1);
    auto *inside = new QVBoxLayout(m_grid->viewport());
    inside->addWidget(m_empty, 0, Qt::AlignCenter);
    setFocusProxy(m_grid);

    m_grid->setModel(&rows);
    connect(&rows, &RowWindowModel::stateChanged, this, &RowsView::update);
    connect(&rows, &models::WindowModel::windowChanged, this, &RowsView::update);
    connect(m_grid, &Grid::sortRequested, this, &RowsView::sort);
    connect(m_grid, &Grid::copied, this, &RowsView::reportCopy);
    connect(m_failure, &FailurePanel::retryRequested, &rows, &RowWindowModel::reload);
    connect(&theme, &Theme::changed, this, &RowsView::tint);
    tint();
    update();
}

void RowsView::tint()
{
    auto colors = palette();
    colors.setColor(QPalette::WindowText, m_theme.color(Token::Muted));
    m_empty->setPalette(colors);
    const bool failed = m_rows.error().has_value();
    colors.setColor(QPalette::Window, m_theme.color(failed ? Token::RemovedGround : Token::Window));
    colors.setColor(QPalette::WindowText, m_theme.color(failed ? Token::Removed : Token::Muted));
    m_strip->setPalette(colors);
}

QString RowsView::countText() const
{
    const auto rows = m_rows.rowCountEstimate();
    const auto count = [](qint64 number) { return QLocale().toString(number); };
    if (m_rows.state() == RowWindowModel::State::Failed || m_rows.state() == RowWindowModel::State::Empty)
        return {};
    if (m_rows.isRowCountExact())
        return rows == 1 ? tr("1 row") : tr("%1 rows").arg(count(rows));
    if (m_rows.isTruncated()) {
        const auto planned = m_rows.plannedRows();
        return planned > rows ? tr("first %1 of ≈ %2 rows").arg(count(rows), count(planned))
                              : tr("first %1 rows").arg(count(rows));
    }
    return rows > 0 ? tr("≈ %1 rows").arg(count(rows)) : QString();
}

void RowsView::update()
{
    const bool failed = m_rows.state() == RowWindowModel::State::Failed;
    if (failed) {
        m_failure->showError(tr("The rows of %1 could not be read").arg(m_rows.source().id.text()),
                             *m_rows.error());
        m_pages->setCurrentWidget(m_failure);
    } else {
        m_pages->setCurrentWidget(m_grid);
    }
    const bool empty = m_rows.state() == RowWindowModel::State::Ready && m_rows.rowCountEstimate() == 0;
    m_empty->setText(m_rows.source().columns.empty() ? tr("No columns, and no rows")
                                                     : tr("No rows yet. F5 looks again."));
    m_empty->setVisible(empty);
    updateStrip();
    emit countChanged();
}

void RowsView::updateStrip()
{
    QString text;
    if (m_rows.error() && m_rows.state() == RowWindowModel::State::Ready)
        text = tr("Reading on did not work: %1").arg(m_rows.error()->message.left(500));
    else if (m_rows.isTruncated())
        text =
            tr("The first %L1 rows only: without a key there is no way to page through the others. Sorting "
               "brings others to the front.")
                .arg(m_rows.rowCount());
    m_strip->setText(text);
    m_strip->setVisible(!text.isEmpty());
    tint();
}

void RowsView::sort(int column, bool add)
{
    m_rows.toggleSort(column, add);
    m_grid->scrollToRow(0);
}

void RowsView::reportCopy(qint64 rows, qint64 missingRows, qint64 cutValues)
{
    if (missingRows > 0)
        emit notice(
            tr("Copied the %L1 selected rows that are loaded; %L2 are not").arg(rows).arg(missingRows));
    else if (cutValues > 0)
        emit notice(tr("Copied; %L1 long values only as far as they are loaded").arg(cutValues));
}

} // namespace squall::ui
