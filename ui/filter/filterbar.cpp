#include "ui/filter/filterbar.h"

#include "models/savedfilters.h"
#include "models/tablefilter.h"
#include "ui/filter/filterchip.h"
#include "ui/filter/filterpopup.h"
#include "ui/filter/filterwords.h"
#include "ui/filter/flowlayout.h"
#include "ui/filter/savedfiltersmenu.h"
#include "ui/filter/whereline.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

#include <memory>
#include <utility>

namespace squall::ui {

using namespace Qt::StringLiterals;
using Part = models::FilterPlace::Part;

namespace {

constexpr int findWidth = 184;
constexpr int lineHeight = 28;
constexpr int patienceMs = 300;

QToolButton *quietButton(const QString &name, const QString &text, const QString &toolTip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setFocusPolicy(Qt::TabFocus);
    button->setFixedHeight(lineHeight);
    return button;
}

QLabel *faultLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    label->setFont(ui::font(TextStyle::Small));
    label->hide();
    return label;
}

QPoint below(const QWidget &widget)
{
    return widget.mapToGlobal(QPoint(0, widget.height() + metrics::step));
}

} // namespace

FilterBar::FilterBar(const Theme &theme, models::TableFilter &filter, models::SavedFilters *saved,
                     QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_filter(filter)
    , m_chipArea(new QWidget(this))
    , m_chips(new FlowLayout(metrics::step + 2, m_chipArea))
    , m_find(new QLineEdit(m_chipArea))
    , m_add(quietButton(u"filterAdd"_s, tr("+ Filter"), tr("Add a condition"), m_chipArea))
    , m_sql(quietButton(u"filterSql"_s, u"WHERE"_s, tr("A condition in SQL"), m_chipArea))
    , m_deleted(quietButton(u"filterDeleted"_s, tr("Hide deleted"), {}, m_chipArea))
    , m_clear(quietButton(u"filterClear"_s, tr("Clear"), tr("Show all rows again"), m_chipArea))
    , m_saved(quietButton(u"filterSaved"_s, tr("Saved"), tr("Filters with a name"), m_chipArea))
    , m_busy(new QLabel(tr("Looking for rows…"), m_chipArea))
    , m_patience(new QTimer(this))
    , m_fault(faultLabel(u"filterFault"_s, this))
    , m_whereRow(new QWidget(this))
    , m_whereWord(new QLabel(u"WHERE"_s, m_whereRow))
    , m_where(new WhereLine(theme, m_whereRow))
    , m_whereFault(faultLabel(u"filterWhereFault"_s, this))
    , m_popup(new FilterPopup(theme, filter, this))
{
    setObjectName(u"filterBar"_s);
    setAccessibleName(tr("Filter"));
    build(saved);
    buildWhere();
    connect(m_add, &QToolButton::clicked, this, [this] { addCondition(); });
    connect(m_clear, &QToolButton::clicked, this, [this] { m_filter.apply({}); });
    connect(m_sql, &QToolButton::toggled, this, &FilterBar::setWhereVisible);
    connect(m_sql, &QToolButton::clicked, this, [this](bool on) {
        if (on)
            m_where->setFocus();
    });
    connect(m_deleted, &QToolButton::clicked, this, [this](bool hidden) {
        auto next = m_filter.filter();
        next.hideDeleted = hidden;
        m_filter.apply(next);
    });
    connect(&filter, &models::TableFilter::changed, this, &FilterBar::showFilter);
    connect(&filter, &models::TableFilter::faultChanged, this, &FilterBar::showFault);
    connect(&filter, &models::TableFilter::busyChanged, this, &FilterBar::showBusy);
    connect(m_patience, &QTimer::timeout, m_busy, &QWidget::show);
    connect(&theme, &Theme::changed, this, &FilterBar::tint);
    tint();
    showFilter();
    showFault();
}

void FilterBar::build(models::SavedFilters *saved)
{
    m_find->setObjectName(u"quickFind"_s);
    m_find->setAccessibleName(tr("Find in all columns of text"));
    m_find->setPlaceholderText(tr("Find in text columns"));
    m_find->setClearButtonEnabled(true);
    if (auto *clear = m_find->findChild<QAction *>(u"_q_qlineeditclearaction"_s))
        clear->setIcon(m_theme.icon(u"close"_s));
    m_find->setFixedWidth(findWidth);
    m_find->installEventFilter(this);
    connect(m_find, &QLineEdit::returnPressed, this, &FilterBar::applyFind);
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        // The cross takes the filter away too.
        if (text.isEmpty() && !m_filter.filter().quickFind.isEmpty())
            applyFind();
    });
    m_busy->setObjectName(u"filterBusy"_s);
    m_busy->setFont(ui::font(TextStyle::Small));
    m_busy->setFixedHeight(lineHeight);
    m_busy->hide();
    m_patience->setSingleShot(true);
    m_patience->setInterval(patienceMs);
    m_sql->setCheckable(true);
    m_sql->setFont(ui::font(TextStyle::MonoSmall));
    m_deleted->setCheckable(true);
    m_saved->setVisible(saved != nullptr);
    if (saved) {
        m_saved->setPopupMode(QToolButton::InstantPopup);
        m_saved->setMenu(new SavedFiltersMenu(*saved, m_filter, m_saved));
    }
    for (auto *widget :
         std::initializer_list<QWidget *>{m_find, m_add, m_sql, m_deleted, m_saved, m_clear, m_busy})
        m_chips->addWidget(widget);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, 6, 8, 6);
    line->addWidget(m_chipArea);
    auto policy = m_chipArea->sizePolicy();
    policy.setHeightForWidth(true);
    m_chipArea->setSizePolicy(policy);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 1);
    layout->setSpacing(0);
    layout->addLayout(line);
    m_fault->setContentsMargins(12, 0, 12, 6);
    layout->addWidget(m_fault);
    layout->addWidget(m_whereRow);
    m_whereFault->setContentsMargins(12, 0, 12, 6);
    layout->addWidget(m_whereFault);
}

void FilterBar::buildWhere()
{
    m_whereWord->setFont(ui::font(TextStyle::MonoSmall));
    m_whereWord->setBuddy(m_where);
    auto *layout = new QHBoxLayout(m_whereRow);
    layout->setContentsMargins(12, 0, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(m_whereWord);
    layout->addWidget(m_where, 1);
    m_whereRow->hide();
    connect(m_where, &WhereLine::submitted, this, &FilterBar::applyWhere);
    connect(m_where, &WhereLine::escaped, this, [this] {
        if (m_filter.stop())
            return;
        const auto &known = m_filter.filter().where;
        if (m_where->toPlainText() != known) {
            m_where->setPlainText(known);
            showFault();
            return;
        }
        if (known.isEmpty())
            m_sql->setChecked(false);
        emit left();
    });
}

void FilterBar::tint()
{
    const auto paint = [this](QLabel *label, Token token) {
        auto colors = label->palette();
        colors.setColor(QPalette::WindowText, m_theme.color(token));
        label->setPalette(colors);
    };
    paint(m_fault, Token::Removed);
    paint(m_whereFault, Token::Removed);
    paint(m_whereWord, Token::Keyword);
    paint(m_busy, Token::Muted);
    update();
}

void FilterBar::showFilter()
{
    const auto &filter = m_filter.filter();
    const auto old = std::exchange(m_shown, filter);
    // What somebody is still writing stays.
    if (filter.quickFind != old.quickFind)
        m_find->setText(filter.quickFind);
    if (filter.where != old.where && filter.where != m_where->toPlainText())
        m_where->setPlainText(filter.where);
    if (!filter.where.isEmpty() && filter.where != old.where)
        m_sql->setChecked(true);
    m_sql->setText(filter.where.isEmpty() ? u"WHERE"_s : u"WHERE •"_s);
    m_sql->setToolTip(filter.where.isEmpty() ? tr("A condition in SQL") : filter.where);
    const auto *deleted = models::deletedColumn(m_filter.source());
    m_deleted->setVisible(deleted != nullptr);
    m_deleted->setChecked(filter.hideDeleted);
    if (deleted)
        m_deleted->setToolTip(
            tr("Leave out rows that %1 marks as deleted; until then they are dimmed").arg(deleted->name));
    m_clear->setVisible(!filter.isEmpty());
    if (const auto &snapshot = m_filter.snapshot()) {
        std::vector<catalog::Column> columns;
        for (const auto &column : m_filter.source().columns)
            columns.push_back({.name = column.name, .type = column.type});
        m_where->setSchema(snapshot, std::move(columns));
    }
    if (!(filter.conditions == old.conditions))
        showChips();
}

void FilterBar::showChips()
{
    const auto &group = m_filter.filter().conditions;
    for (int i = m_chips->indexOf(m_add) - 1; i > 0; --i) {
        const std::unique_ptr<QLayoutItem> gone(m_chips->takeAt(i));
        gone->widget()->hide();
        gone->widget()->deleteLater();
    }
    QWidget *last = m_find;
    const auto put = [&](QWidget *widget) {
        m_chips->insertWidget(m_chips->indexOf(m_add), widget);
        setTabOrder(last, widget);
        widget->show();
        last = widget;
    };
    for (size_t i = 0; i < group.members.size(); ++i) {
        const int number = static_cast<int>(i);
        if (i > 0) {
            auto *join =
                quietButton(u"filterChipJoin"_s, group.any ? tr("or") : tr("and"),
                            tr("All conditions must hold, or any of them: a click changes that"), m_chipArea);
            join->setFont(ui::font(TextStyle::Small));
            connect(join, &QToolButton::clicked, this, &FilterBar::toggleJoin);
            put(join);
        }
        auto *chip = new FilterChip(m_theme, group.members[i], m_chipArea);
        connect(chip, &QAbstractButton::clicked, this, [this, number, chip] { editCondition(number, chip); });
        connect(chip, &FilterChip::removeRequested, this, [this, number] { removeCondition(number); });
        put(chip);
    }
    setTabOrder(last, m_add);
    m_chipArea->updateGeometry();
    showFault();
}

void FilterBar::showFault()
{
    const auto &fault = m_filter.fault();
    const auto *place = fault && fault->place ? &*fault->place : nullptr;
    const bool where = place && place->part == Part::Where;
    const int number =
        place && place->part == Part::Conditions && !place->path.empty() ? place->path.front() : -1;
    const auto text = fault ? faultText(*fault) : QString();
    m_whereFault->setText(where ? text : QString());
    m_whereFault->setVisible(where);
    m_where->markFault(where ? fault->error.position : 0);
    m_fault->setText(where ? QString() : text);
    m_fault->setVisible(fault && !where);
    if (where)
        m_sql->setChecked(true);
    int chip = 0;
    for (int i = 0; i < m_chips->count(); ++i) {
        if (auto *shown = qobject_cast<FilterChip *>(m_chips->itemAt(i)->widget()))
            shown->setFault(chip++ == number ? text : QString());
    }
}

/// Said only when it takes long enough to wonder.
void FilterBar::showBusy()
{
    if (!m_filter.isBusy()) {
        m_patience->stop();
        m_busy->hide();
    } else if (!m_patience->isActive() && m_busy->isHidden()) {
        m_patience->start();
    }
}

void FilterBar::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void FilterBar::focusWhere()
{
    m_sql->setChecked(true);
    m_where->setFocus(Qt::ShortcutFocusReason);
}

void FilterBar::setWhereVisible(bool visible)
{
    m_whereRow->setVisible(visible);
    if (!visible)
        m_whereFault->hide();
}

void FilterBar::applyFind()
{
    auto next = m_filter.filter();
    if (next.quickFind == m_find->text() && !m_filter.fault())
        return;
    next.quickFind = m_find->text();
    m_filter.apply(next);
}

void FilterBar::applyWhere()
{
    auto next = m_filter.filter();
    if (next.where == m_where->toPlainText() && !m_filter.fault())
        return;
    next.where = m_where->toPlainText();
    m_filter.apply(next);
}

void FilterBar::addCondition(const QString &column)
{
    m_popup->edit(static_cast<int>(m_filter.filter().conditions.members.size()), below(*m_add), column);
}

void FilterBar::editCondition(int number, const QWidget *chip)
{
    m_popup->edit(number, below(*chip));
}

void FilterBar::removeCondition(int number)
{
    auto next = m_filter.filter();
    next.conditions.members.erase(next.conditions.members.begin() + number);
    m_filter.apply(next);
    m_add->setFocus();
}

void FilterBar::toggleJoin()
{
    auto next = m_filter.filter();
    next.conditions.any = !next.conditions.any;
    m_filter.apply(next);
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_find || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape) {
        if (m_filter.stop())
            return true;
        if (m_find->text().isEmpty())
            emit left();
        else
            m_find->clear();
        return true;
    }
    if (key == Qt::Key_Down) {
        emit left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    painter.setPen(m_theme.color(Token::Line));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace squall::ui
