#include "ui/table/editbar.h"

#include "models/editedrowmodel.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

QString keyText(QKeyCombination key)
{
    return QKeySequence(key).toString(QKeySequence::NativeText);
}

} // namespace

EditBar::EditBar(const Theme &theme, models::EditedRowModel &rows, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_rows(rows)
    , m_elsewhere(new QToolButton(this))
    , m_add(new QToolButton(this))
    , m_review(new QPushButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget *part : {static_cast<QWidget *>(m_elsewhere), static_cast<QWidget *>(m_add),
                          static_cast<QWidget *>(m_review)})
        layout->addWidget(part, 0, Qt::AlignVCenter);
    m_elsewhere->setObjectName(u"editsElsewhere"_s);
    m_elsewhere->setFont(ui::font(TextStyle::Small));
    m_elsewhere->setFocusPolicy(Qt::TabFocus);
    m_elsewhere->setToolTip(
        tr("Staged changes of rows that are not among those read here: see them in the review"));
    m_add->setObjectName(u"addRow"_s);
    m_add->setText(tr("+ Row"));
    m_add->setAccessibleName(tr("Add row"));
    m_add->setFocusPolicy(Qt::TabFocus);
    m_review->setObjectName(u"reviewChanges"_s);
    m_review->setProperty("primary", true);
    connect(m_add, &QToolButton::clicked, this, &EditBar::addRowRequested);
    connect(m_elsewhere, &QToolButton::clicked, this, &EditBar::elsewhereRequested);
    connect(m_review, &QPushButton::clicked, this, &EditBar::reviewRequested);
    connect(&rows, &models::EditedRowModel::editsChanged, this, &EditBar::update);
    connect(&rows, &models::EditedRowModel::refusalChanged, this, &EditBar::update);
    connect(&theme, &Theme::changed, this, &EditBar::tint);
    tint();
    update();
}

void EditBar::setChangeCount(qsizetype all)
{
    m_all = all;
    update();
}

void EditBar::update()
{
    const auto here = m_rows.edits().changeCount();
    const auto all = std::max(here, m_all);
    const auto elsewhere = m_rows.changesOutside();
    const auto why = m_rows.refusal();
    m_review->setText(all == 1 ? tr("Review 1 change") : tr("Review %L1 changes").arg(all));
    m_review->setToolTip(
        all == here ? tr("See what would be sent, and apply it (%1)").arg(keyText(Qt::CTRL | Qt::Key_S))
                    : tr("%L1 of this table, %L2 of others (%3)")
                          .arg(here)
                          .arg(all - here)
                          .arg(keyText(Qt::CTRL | Qt::Key_S)));
    m_review->setVisible(all > 0);
    m_elsewhere->setText(elsewhere == 1 ? tr("1 edit elsewhere") : tr("%L1 edits elsewhere").arg(elsewhere));
    m_elsewhere->setVisible(elsewhere > 0);
    m_add->setEnabled(why.isEmpty());
    m_add->setToolTip(why.isEmpty() ? tr("Add a row (%1)").arg(keyText(Qt::CTRL | Qt::Key_N)) : why);
}

void EditBar::tint()
{
    m_elsewhere->setStyleSheet(
        u"QToolButton { background: %1; color: %2; border: none; border-radius: 10px; padding: 2px 8px; }"_s
            .arg(m_theme.color(Token::ChangedGround).name(), m_theme.color(Token::Changed).name()));
}

} // namespace squall::ui
