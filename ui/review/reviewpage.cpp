#include "ui/review/reviewpage.h"

#include "models/reviewmodel.h"
#include "ui/review/mergeview.h"
#include "ui/review/reviewdelegate.h"
#include "ui/table/sqlhighlighter.h"
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
    , m_goTo(new QPushButton(tr("Go to row"), this))
    , m_revert(new QPushButton(tr("Revert row"), this))
    , m_apply(new QPushButton(this))
    , m_strip(new QLabel(this))
    , m_unlock(new QPushButton(tr("Unlock writing…"), this))
    , m_list(new QListView(this))
    , m_sql(new QPlainTextEdit(this))
    , m_merge(new MergeView(theme, model.merge(), this))
    , m_right(new QSplitter(Qt::Vertical, this))
    , m_footer(new QLabel(this))
{
    setObjectName(u"reviewPage"_s);
    m_list->setObjectName(u"reviewList"_s);
    m_list->setAccessibleName(tr("Staged changes"));
    m_list->setModel(&model);
    m_list->setItemDelegate(new ReviewDelegate(theme, this));
    m_list->setFrameShape(QFrame::NoFrame);
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
    body->setStretchFactor(1, 1);
    body->setSizes({listWidth, 2 * listWidth});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_strip);
    layout->addWidget(body, 1);
    setFocusProxy(m_list);

    connect(&model, &ReviewModel::stateChanged, this, &ReviewPage::follow);
    connect(&model, &ReviewModel::statementsChanged, this, &ReviewPage::showPrepared);
    connect(&model, &ReviewModel::mergeChanged, this, &ReviewPage::showMerge);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewPage::showCurrent);
    connect(m_list, &QListView::doubleClicked, this, &ReviewPage::goToRow);
    connect(m_merge, &MergeView::accepted, &model, &ReviewModel::acceptMerge);
    connect(m_merge, &MergeView::dropped, &model, &ReviewModel::dropMerge);
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
    m_goTo->setObjectName(u"reviewGoTo"_s);
    m_goTo->setToolTip(tr("The row in its table, at the column that is to blame (F4)"));
    m_revert->setObjectName(u"reviewRevert"_s);
    m_revert->setToolTip(tr("Take back what is staged for this row (Delete)"));
    m_apply->setObjectName(u"reviewApply"_s);
    m_apply->setProperty("primary", true);
    m_apply->setToolTip(tr("Ctrl+S or Enter"));
    layout->addWidget(title);
    layout->addWidget(m_summary, 1);
    for (auto *button : {m_unlock, m_copy, m_goTo, m_revert, m_apply}) {
        // Enter presses the button that has the focus, and never applies from there.
        button->setAutoDefault(true);
        layout->addWidget(button);
    }
    connect(m_goTo, &QPushButton::clicked, this, &ReviewPage::goToRow);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_model.sql()); });
    connect(m_revert, &QPushButton::clicked, this, [this] { m_model.revert(currentRow()); });
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
    m_apply->setText(applying     ? tr("Applying…")
                     : count == 1 ? tr("Apply 1 change")
                                  : tr("Apply %1 changes").arg(QLocale().toString(count)));
    m_apply->setEnabled(m_model.canApply());
    m_unlock->setVisible(m_model.isLocked());
    m_revert->setEnabled(!applying && m_model.entry(currentRow()));
    m_copy->setEnabled(count > 0);
    QString text;
    if (m_model.error())
        text = errorWords(*m_model.error()) + u'\n' + tr("Nothing was written; everything is still staged.");
    else if (state == ReviewModel::State::Uncertain)
        text = tr(
            "The connection broke while the changes were being committed. The server is asked what became of "
            "them.");
    else if (m_model.isLocked())
        text = tr("This is production, and writing is locked.");
    else if (m_model.willBeRefused())
        text =
            tr("The server will refuse this: other rows reference what is to be deleted. They stand at the "
               "end of the list.");
    m_strip->setText(text);
    m_strip->setVisible(!text.isEmpty());
    tint();
    if (const int row = m_model.faultyRow(); row >= 0 && m_model.error())
        m_list->setCurrentIndex(m_model.index(row));
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
    m_revert->setEnabled(m_model.entry(currentRow()) != nullptr);
}

void ReviewPage::showMerge()
{
    const bool merging = m_model.isMerging();
    m_merge->setVisible(merging);
    if (!merging)
        return;
    m_merge->showRow(m_model.mergeTitle(), m_model.isMergeGone());
    m_merge->setFocus();
}

void ReviewPage::keyPressEvent(QKeyEvent *event)
{
    // What one reads here with the keyboard may have the focus; what is pressed there means nothing here.
    const bool list = m_list->hasFocus();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && list) {
        apply();
    } else if (event->key() == Qt::Key_Delete && list) {
        m_model.revert(currentRow());
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
