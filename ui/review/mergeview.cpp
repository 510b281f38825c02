#include "ui/review/mergeview.h"

#include "models/mergemodel.h"
#include "ui/filter/flowlayout.h"
#include "ui/review/mergedelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::MergeModel;

MergeView::MergeView(const Theme &theme, MergeModel &model, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_table(new QTableView(this))
    , m_theirs(new QPushButton(tr("Take theirs"), this))
    , m_yours(new QPushButton(tr("Keep mine"), this))
    , m_drop(new QPushButton(tr("Drop my change"), this))
    , m_accept(new QPushButton(tr("Merge"), this))
{
    setObjectName(u"mergeView"_s);
    m_title->setFont(ui::font(TextStyle::Strong));
    m_title->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_table->setObjectName(u"mergeTable"_s);
    m_table->setAccessibleName(tr("Versions of the row"));
    m_table->setModel(&model);
    m_table->setItemDelegate(new MergeDelegate(theme, this));
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::comfortableRow);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->installEventFilter(this);
    m_theirs->setObjectName(u"mergeTheirs"_s);
    m_yours->setObjectName(u"mergeYours"_s);
    m_drop->setObjectName(u"mergeDrop"_s);
    m_accept->setObjectName(u"mergeAccept"_s);
    m_accept->setProperty("primary", true);

    auto *buttons = new FlowLayout(metrics::step * 2);
    for (auto *button : {m_accept, m_theirs, m_yours, m_drop})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    setFocusProxy(m_table);

    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex &index) { choose(index.row(), index.column()); });
    connect(m_theirs, &QPushButton::clicked, this, [this] { m_model.chooseAll(MergeModel::Choice::Theirs); });
    connect(m_yours, &QPushButton::clicked, this, [this] { m_model.chooseAll(MergeModel::Choice::Yours); });
    connect(m_drop, &QPushButton::clicked, this, &MergeView::dropped);
    connect(m_accept, &QPushButton::clicked, this, &MergeView::accepted);
    connect(&model, &MergeModel::chosen, this, &MergeView::update);
    connect(&theme, &Theme::changed, this, &MergeView::tint);
    tint();
    update();
}

void MergeView::tint()
{
    auto colors = palette();
    colors.setColor(QPalette::WindowText, m_theme.color(Token::Muted));
    m_hint->setPalette(colors);
    m_table->viewport()->update();
}

void MergeView::showRow(const QString &title, bool gone)
{
    m_gone = gone;
    m_title->setText(title);
    m_table->setVisible(!gone);
    m_table->setCurrentIndex(m_model.index(0, MergeModel::YoursColumn));
    update();
}

void MergeView::update()
{
    const int open = m_model.openCount();
    if (m_gone)
        m_hint->setText(
            tr("Somebody else has deleted this row, or changed its key. Your change has nothing to "
               "go to: drop it, or keep it staged."));
    else if (open > 0)
        m_hint->setText(
            tr("You and somebody else changed the same: choose what stands (%n left).", nullptr, open));
    else
        m_hint->setText(
            tr("Somebody else changed this row after you had looked at it. Nothing is written until "
               "you apply again."));
    m_accept->setVisible(!m_gone);
    m_accept->setEnabled(open == 0);
    m_theirs->setVisible(!m_gone);
    m_yours->setVisible(!m_gone);
}

void MergeView::choose(int row, int column)
{
    if (column == MergeModel::TheirsColumn)
        m_model.choose(row, MergeModel::Choice::Theirs);
    else if (column == MergeModel::YoursColumn)
        m_model.choose(row, MergeModel::Choice::Yours);
}

bool MergeView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        const auto current = m_table->currentIndex();
        if (key == Qt::Key_Space && current.isValid()) {
            choose(current.row(), current.column());
            return true;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_accept->isEnabled() && !m_gone) {
            emit accepted();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace squall::ui
