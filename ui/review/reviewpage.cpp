#include "ui/review/reviewpage.h"

#include "models/reviewmodel.h"
#include "models/rowmerges.h"
#include "ui/editor/sqlhighlighter.h"
#include "ui/review/mergeview.h"
#include "ui/review/reviewdelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/window/elidedlabel.h"
#include "ui/window/messagepage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTextBlock>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::ReviewModel;

namespace {

constexpr int listWidth = 400;

} // namespace

ReviewPage::ReviewPage(const Theme &theme, ReviewModel &model, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_summary(new ElidedLabel({}, this))
    , m_copy(new QPushButton(tr("Copy SQL"), this))
    , m_open(new QPushButton(tr("Open in SQL tab"), this))
    , m_goTo(new QPushButton(tr("Go to row"), this))
    , m_revert(new QPushButton(tr("Revert"), this))
    , m_apply(new QPushButton(this))
    , m_strip(new QLabel(this))
    , m_unlock(new QPushButton(tr("Unlock writing…"), this))
    , m_list(new QListView(this))
    , m_sql(new QPlainTextEdit(this))
    , m_merge(new MergeView(theme, model.merges().model(), this))
    , m_right(new QSplitter(Qt::Vertical, this))
    , m_footer(new QLabel(this))
{
    setObjectName(u"reviewPage"_s);
    m_list->setObjectName(u"reviewList"_s);
    m_list->setAccessibleName(tr("Staged changes"));
    m_list->setModel(&model);
    m_list->setItemDelegate(new ReviewDelegate(theme, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumWidth(listWidth / 2);
    m_strip->setObjectName(u"reviewStrip"_s);
    m_strip->setWordWrap(true);
    m_strip->setTextFormat(Qt::PlainText);
    m_strip->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_strip->setContentsMargins(12, 8, 12, 8);
    m_strip->setAutoFillBackground(true);
    m_unlock->setObjectName(u"reviewUnlock"_s);
    m_footer->setObjectName(u"reviewFooter"_s);
    m_footer->setWordWrap(true);
    m_footer->setContentsMargins(12, 8, 12, 8);
    m_footer->setText(
        tr("One transaction, in this order. Each statement has to find the row as you saw it, or "
           "nothing at all is written."));

    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    leftLayout->addWidget(m_list, 1);
    leftLayout->addWidget(m_footer);
    m_right->setObjectName(u"reviewSplitter"_s);
    m_right->setHandleWidth(1);
    m_right->setChildrenCollapsible(false);
    m_right->addWidget(makeSql());
    m_right->addWidget(m_merge);
    auto *body = new QSplitter(this);
    body->setHandleWidth(1);
    body->setChildrenCollapsible(false);
    body->addWidget(left);
    body->addWidget(m_right);
    // In a narrow window the list gives room, too.
    body->setStretchFactor(0, 2);
    body->setStretchFactor(1, 3);
    body->setSizes({2 * listWidth, 3 * listWidth});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_strip);
    layout->addWidget(body, 1);
    setFocusProxy(m_list);

    connect(&model, &ReviewModel::stateChanged, this, &ReviewPage::follow);
    connect(&model, &ReviewModel::statementsChanged, this, &ReviewPage::showPrepared);
    connect(&model, &ReviewModel::refused, this,
            [this](int row) { m_list->setCurrentIndex(m_model.index(row)); });
    connect(&model.merges(), &models::RowMerges::changed, this, &ReviewPage::showMerge);
    connect(&model.merges(), &models::RowMerges::arrived, m_merge, qOverload<>(&QWidget::setFocus));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewPage::showCurrent);
    connect(m_list, &QListView::doubleClicked, this, &ReviewPage::goToRow);
    connect(m_list, &QWidget::customContextMenuRequested, this, &ReviewPage::popUpMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ReviewPage::showCurrent);
    connect(m_merge, &MergeView::accepted, &model.merges(), &models::RowMerges::accept);
    connect(m_merge, &MergeView::dropped, &model.merges(), &models::RowMerges::drop);
    connect(&theme, &Theme::changed, this, &ReviewPage::tint);
    tint();
    showPrepared();
    showMerge();
}

QWidget *ReviewPage::makeBar()
{
    auto *bar = new QWidget(this);
    bar->setFixedHeight(metrics::bar);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 0, 8, 1);
    layout->setSpacing(8);
    auto *title = new QLabel(tr("Review"), bar);
    title->setFont(ui::font(TextStyle::Strong));
    m_summary->setObjectName(u"reviewSummary"_s);
    m_copy->setObjectName(u"reviewCopy"_s);
    m_open->setObjectName(u"reviewOpenSql"_s);
    m_goTo->setObjectName(u"reviewGoTo"_s);
    m_goTo->setToolTip(tr("The row in its table, at the column that is to blame (F4)"));
    m_revert->setObjectName(u"reviewRevert"_s);
    m_revert->setToolTip(tr("Take back what is staged for the selected rows, or for a whole table (Delete)"));
    m_apply->setObjectName(u"reviewApply"_s);
    m_apply->setProperty("primary", true);
    m_apply->setToolTip(tr("Ctrl+S or Enter"));
    layout->addWidget(title);
    layout->addWidget(m_summary, 1);
    for (auto *button : {m_unlock, m_copy, m_open, m_goTo, m_revert, m_apply}) {
        // Enter presses the button that has the focus, and never applies from there.
        button->setAutoDefault(true);
        layout->addWidget(button);
    }
    connect(m_goTo, &QPushButton::clicked, this, &ReviewPage::goToRow);
    connect(m_copy, &QPushButton::clicked, this, &ReviewPage::copySql);
    connect(m_open, &QPushButton::clicked, this, [this] { emit sqlRequested(m_model.sql()); });
    connect(m_revert, &QPushButton::clicked, this, &ReviewPage::revertSelected);
    connect(m_apply, &QPushButton::clicked, this, &ReviewPage::apply);
    connect(m_unlock, &QPushButton::clicked, this, &ReviewPage::unlockRequested);
    return bar;
}

QWidget *ReviewPage::makeSql()
{
    m_sql->setObjectName(u"reviewSql"_s);
    m_sql->setAccessibleName(tr("SQL that will run"));
    m_sql->setReadOnly(true);
    m_sql->setFont(ui::font(TextStyle::Code));
    m_sql->setFrameShape(QFrame::NoFrame);
    m_sql->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_sql->setStyleSheet(u"QPlainTextEdit { border: none; border-radius: 0; }"_s);
    m_sql->document()->setDocumentMargin(12);
    new SqlHighlighter(m_theme, m_sql->document());
    return m_sql;
}

void ReviewPage::apply()
{
    m_model.apply();
}

bool ReviewPage::stop()
{
    if (m_model.state() != ReviewModel::State::Applying)
        return false;
    m_model.cancel();
    return true;
}

int ReviewPage::currentRow() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

void ReviewPage::goToRow()
{
    if (const auto *entry = m_model.entry(currentRow()))
        emit rowRequested(entry->relation, entry->row, entry->newRow, m_model.blamedColumn(currentRow()));
}

void ReviewPage::showPrepared()
{
    m_sql->setPlainText(m_model.sql());
    int row = m_model.faultyRow();
    for (int first = 0; row < 0 && first < m_model.rowCount(); ++first) {
        if (m_model.entry(first))
            row = first;
    }
    m_list->setCurrentIndex(m_model.index(row));
    follow();
    showCurrent();
}

void ReviewPage::follow()
{
    const auto state = m_model.state();
    const bool applying = state == ReviewModel::State::Applying;
    const auto count = static_cast<int>(m_model.changeCount());
    m_summary->setText(m_model.rowCount() == 0 ? tr("nothing is staged") : m_model.summary());
    const auto number = QLocale().toString(count);
    m_apply->setText(applying               ? tr("Applying…")
                     : m_model.trial()      ? tr("Write %1 changes").arg(number)
                     : m_model.triesFirst() ? tr("Try %1 changes").arg(number)
                     : count == 1           ? tr("Apply 1 change")
                                            : tr("Apply %1 changes").arg(number));
    m_apply->setEnabled(m_model.canApply());
    m_unlock->setVisible(m_model.isLocked());
    m_revert->setEnabled(!applying && !selectedRows().isEmpty());
    m_copy->setEnabled(count > 0);
    m_open->setEnabled(count > 0);
    const auto text = stripText();
    m_strip->setText(text);
    m_strip->setVisible(!text.isEmpty());
    tint();
}

QString ReviewPage::stripText() const
{
    if (m_model.error())
        return errorWords(*m_model.error()) + u'\n' + tr("Nothing was written; everything is still staged.");
    if (m_model.state() == ReviewModel::State::Uncertain)
        return tr(
            "The connection broke while the changes were being committed. The server is asked what became of "
            "them.");
    if (m_model.isLocked())
        return tr("This is production, and writing is locked.");
    if (const auto moved = m_model.merges().count(); moved > 0)
        return moved == 1 ? tr("1 row changed underneath and waits for what you choose.")
                          : tr("%L1 rows changed underneath and wait for what you choose.").arg(moved);
    if (const auto &trial = m_model.trial())
        return trialText(*trial);
    if (m_model.willBeRefused())
        return tr(
            "The server will refuse this: other rows reference what is to be deleted. They stand at the "
            "end of the list.");
    return {};
}

QString ReviewPage::trialText(const ReviewModel::Trial &trial)
{
    const auto rows =
        trial.rows == 1 ? tr("1 row would be written") : tr("%L1 rows would be written").arg(trial.rows);
    auto text =
        tr("Tried on the server and taken back: %1, and nothing is refused. Once more writes it.").arg(rows);
    if (trial.others > 0)
        text += u' ' + (trial.others == 1
                            ? tr("The server changes 1 further value by itself.")
                            : tr("The server changes %L1 further values by itself.").arg(trial.others));
    return text;
}

/// Those that something is staged for, and headers of tables.
QList<int> ReviewPage::selectedRows() const
{
    QList<int> rows;
    for (const auto &index : m_list->selectionModel()->selectedIndexes()) {
        if (m_model.canRevert(index.row()))
            rows << index.row();
    }
    return rows;
}

void ReviewPage::copySql()
{
    QGuiApplication::clipboard()->setText(m_model.sql());
}

void ReviewPage::undo()
{
    m_model.undo(currentRow());
}

void ReviewPage::revertSelected()
{
    m_model.revert(selectedRows());
}

void ReviewPage::showTable(const ObjectId &relation)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const auto *entry = m_model.entry(row);
        if (!entry || entry->relation != relation)
            continue;
        m_list->setCurrentIndex(m_model.index(row));
        m_list->scrollTo(m_model.index(row - 1), QAbstractItemView::PositionAtTop);
        return;
    }
}

void ReviewPage::popUpMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"reviewMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto *entry = m_model.entry(currentRow())) {
        menu->addAction(tr("Go to row"), this, &ReviewPage::goToRow);
        menu->addAction(tr("Revert the selected rows"), this, &ReviewPage::revertSelected);
        menu->addAction(tr("Revert all of %1").arg(entry->relation.name), this,
                        [this, relation = entry->relation] { m_model.revertAll(relation); });
    }
    menu->addAction(tr("Undo"), this, &ReviewPage::undo);
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void ReviewPage::showCurrent()
{
    QList<QTextEdit::ExtraSelection> marked;
    const auto range = currentRow() < 0 ? std::nullopt : m_model.sqlRange(currentRow());
    if (range) {
        QTextCursor cursor(m_sql->document());
        cursor.setPosition(range->first);
        m_sql->setTextCursor(cursor);
        m_sql->ensureCursorVisible();
        const auto last = m_sql->document()->findBlock(range->first + range->second);
        for (auto block = cursor.block(); block.isValid() && block.blockNumber() <= last.blockNumber();
             block = block.next()) {
            QTextEdit::ExtraSelection line;
            line.cursor = QTextCursor(block);
            line.format.setBackground(m_theme.color(Token::Selection));
            line.format.setProperty(QTextFormat::FullWidthSelection, true);
            marked << line;
        }
    }
    m_sql->setExtraSelections(marked);
    m_goTo->setEnabled(m_model.entry(currentRow()) != nullptr);
    m_revert->setEnabled(m_model.state() != ReviewModel::State::Applying && !selectedRows().isEmpty());
    m_model.setCurrentRow(currentRow());
}

void ReviewPage::showMerge()
{
    const bool merging = m_model.merges().isMerging();
    if (!merging && m_merge->isAncestorOf(focusWidget()))
        m_list->setFocus();
    m_merge->setVisible(merging);
    const auto *entry = m_model.entry(currentRow());
    if (merging && entry)
        m_merge->showRow(entry->relation.name + u' ' + entry->title, m_model.merges().isGone());
}

void ReviewPage::keyPressEvent(QKeyEvent *event)
{
    // What one reads here with the keyboard may have the focus; what is pressed there means nothing here.
    const bool list = m_list->hasFocus();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && list) {
        apply();
    } else if (event->key() == Qt::Key_Delete && list) {
        revertSelected();
    } else if (event->matches(QKeySequence::Undo)) {
        undo();
    } else if (event->key() == Qt::Key_F4) {
        goToRow();
    } else if (event->key() == Qt::Key_Escape) {
        if (!stop())
            emit closeRequested();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ReviewPage::tint()
{
    auto colors = palette();
    colors.setColor(QPalette::WindowText, m_theme.color(Token::Muted));
    m_summary->setPalette(colors);
    m_footer->setPalette(colors);
    const bool failed = m_model.error().has_value();
    colors.setColor(QPalette::Window, m_theme.color(failed ? Token::RemovedGround : Token::ChangedGround));
    colors.setColor(QPalette::WindowText, m_theme.color(failed ? Token::Removed : Token::Changed));
    m_strip->setPalette(colors);
    showCurrent();
}

void ReviewPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    painter.setPen(m_theme.color(Token::Line));
    painter.drawLine(0, metrics::bar - 1, width(), metrics::bar - 1);
}

} // namespace squall::ui
