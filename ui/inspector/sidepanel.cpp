#include "ui/inspector/sidepanel.h"

#include "models/objectdetails.h"
#include "ui/grid/grid.h"
#include "ui/inspector/rowpanel.h"
#include "ui/table/tableview.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/window/inspector.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;

SidePanel::SidePanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_switch(new QWidget(this))
    , m_buttons(new QButtonGroup(this))
    , m_pages(new QStackedWidget(this))
    , m_row(new RowPanel(theme, m_pages))
    , m_object(new Inspector(theme, m_pages))
{
    setObjectName(u"sidePanel"_s);
    auto *row = new QHBoxLayout(m_switch);
    row->setContentsMargins(8, 0, 8, 1);
    row->setSpacing(2);
    const std::pair<QString, QString> pages[] = {{u"sideRow"_s, tr("Row")}, {u"sideObject"_s, tr("Object")}};
    for (int page = 0; page < 2; ++page) {
        auto *button = new QToolButton(m_switch);
        button->setObjectName(pages[page].first);
        button->setText(pages[page].second);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        m_buttons->addButton(button, page);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_switch->setFixedHeight(metrics::bar);
    m_pages->addWidget(m_row);
    m_pages->addWidget(m_object);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_switch);
    layout->addWidget(m_pages, 1);
    connect(m_buttons, &QButtonGroup::idClicked, this, &SidePanel::showPage);
    connect(m_object, &Inspector::openRequested, this, &SidePanel::openRequested);
    connect(m_row, &RowPanel::pointingRequested, this, &SidePanel::pointingRequested);
    connect(m_row, &RowPanel::moved, this, [this] { showPage(Row); });
    showPage(Object);
    updateSwitch();
}

void SidePanel::show(const models::ObjectDetails &details)
{
    m_object->show(details);
    // The same object described anew is no reason to look away from a row.
    if (std::exchange(m_shown, details.id) != details.id)
        showPage(Object);
}

void SidePanel::clear()
{
    m_shown = {};
    m_object->clear();
}

void SidePanel::follow(TableView *table)
{
    if (m_row->table() == table) {
        updateSwitch();
        return;
    }
    m_row->follow(table);
    updateSwitch();
    showPage(table && table->grid().currentCell().isValid() && !m_switch->isHidden() ? Row : Object);
}

void SidePanel::focusRow()
{
    if (m_switch->isHidden())
        return;
    showPage(Row);
    m_row->focusRow();
}

void SidePanel::showPage(int page)
{
    m_buttons->button(page)->setChecked(true);
    m_pages->setCurrentIndex(page);
    if (page == Row)
        m_row->refresh();
}

/// Only the rows of a table have two sides to look at.
void SidePanel::updateSwitch()
{
    const bool rows = m_row->table() && m_row->table()->part() == TableView::Data;
    m_switch->setVisible(rows);
    if (!rows)
        showPage(Object);
}

void SidePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    if (m_switch->isHidden())
        return;
    painter.setPen(m_theme.color(Token::Line));
    painter.drawLine(0, metrics::bar - 1, width(), metrics::bar - 1);
}

} // namespace squall::ui
