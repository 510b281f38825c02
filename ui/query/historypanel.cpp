#include "ui/query/historypanel.h"

#include "models/connectionsmodel.h"
#include "models/query/queryhistory.h"
#include "ui/editor/sqlhighlighter.h"
#include "ui/query/historydelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::HistoryModel;

namespace {

constexpr int typingMs = 120;
/// From here on the statement stands beside the list.
constexpr int wide = 900;

} // namespace

HistoryPanel::HistoryPanel(models::QueryHistory &history, const models::ConnectionsModel &connections,
                           const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_theme(theme)
    , m_model(new HistoryModel(history, connections, this))
    , m_search(new QLineEdit(this))
    , m_errorsOnly(new QCheckBox(tr("Errors only"), this))
    , m_scope(new QComboBox(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_empty(new QLabel(this))
    , m_note(new QLabel(this))
    , m_sql(new QPlainTextEdit(this))
    , m_run(new QPushButton(tr("Run again"), this))
    , m_actions(new QWidget(this))
    , m_clearStrip(new QWidget(this))
    , m_clearText(new QLabel(m_clearStrip))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    setObjectName(u"historyPanel"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeList(theme));
    m_splitter->addWidget(makeStatement(theme));
    m_splitter->setSizes({300, 200});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar(theme));
    layout->addWidget(makeClearStrip());
    layout->addWidget(m_splitter, 1);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    setFocusProxy(m_search);
    connectParts();
    showCurrent();
    showEmpty();
}

QWidget *HistoryPanel::makeBar(const Theme &theme)
{
    auto *bar = new QWidget(this);
    bar->setMinimumHeight(metrics::bar);
    m_search->setObjectName(u"historySearch"_s);
    m_search->setAccessibleName(tr("Search the history"));
    m_search->setPlaceholderText(tr("Search what was run, or its errors"));
    m_search->addAction(theme.icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(120);
    m_search->installEventFilter(this);
    m_errorsOnly->setObjectName(u"historyErrors"_s);
    m_scope->setObjectName(u"historyScope"_s);
    m_scope->setAccessibleName(tr("Where it was run"));
    m_scope->addItem(tr("This database"), static_cast<int>(HistoryModel::Scope::Database));
    m_scope->addItem(tr("All connections"), static_cast<int>(HistoryModel::Scope::Everything));
    auto *more = new QToolButton(bar);
    more->setObjectName(u"historyClear"_s);
    more->setIcon(theme.icon(u"trash"_s));
    more->setToolTip(tr("Delete the history…"));
    more->setAccessibleName(tr("Delete the history…"));
    more->setFocusPolicy(Qt::TabFocus);
    connect(more, &QToolButton::clicked, this, &HistoryPanel::askToClear);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 5, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_errorsOnly);
    layout->addWidget(m_scope);
    layout->addWidget(more);
    return bar;
}

QWidget *HistoryPanel::makeList(const Theme &theme)
{
    m_list->setObjectName(u"historyList"_s);
    m_list->setAccessibleName(tr("What was run, the newest first"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HistoryDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_empty->setObjectName(u"historyEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(24);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_stack->setMinimumSize(200, 90);
    return m_stack;
}

QWidget *HistoryPanel::makeStatement(const Theme &theme)
{
    auto *holder = new QWidget(this);
    m_sql->setObjectName(u"historySql"_s);
    m_sql->setAccessibleName(tr("The statement"));
    m_sql->setReadOnly(true);
    m_sql->setFont(ui::font(TextStyle::Code));
    m_sql->setFrameShape(QFrame::NoFrame);
    m_sql->setStyleSheet(u"QPlainTextEdit { border: none; border-radius: 0; }"_s);
    m_sql->document()->setDocumentMargin(12);
    m_sql->setTabChangesFocus(true);
    new SqlHighlighter(theme, m_sql->document());
    m_note->setObjectName(u"historyNote"_s);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setContentsMargins(12, 8, 12, 0);
    m_note->setAutoFillBackground(true);
    m_note->setBackgroundRole(QPalette::Base);

    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(6);
    const auto add = [&](QPushButton *button, const char *name, const QString &tip, auto act) {
        button->setObjectName(QString::fromLatin1(name));
        button->setToolTip(tip);
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, [this, act] {
            if (const auto *entry = current())
                act(*entry);
        });
        row->addWidget(button);
    };
    using Entry = workspace::HistoryEntry;
    add(new QPushButton(tr("Open"), this), "historyOpen", tr("In a new SQL tab (Enter)"),
        [this](const Entry &entry) { emit openRequested(entry.sql); });
    add(new QPushButton(tr("Insert"), this), "historyInsert", tr("At the cursor (Shift+Enter)"),
        [this](const Entry &entry) { emit insertRequested(entry.sql); });
    add(m_run, "historyRun", tr("Ctrl+Enter"), [this](const Entry &entry) { emit runRequested(entry.sql); });
    add(new QPushButton(tr("Save…"), this), "historySave", tr("As a saved query"),
        [this](const Entry &entry) { emit saveRequested(entry.sql); });
    row->addStretch(1);
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_note);
    layout->addWidget(m_sql, 1);
    layout->addWidget(m_actions);
    holder->setMinimumSize(200, 110);
    return holder;
}

QWidget *HistoryPanel::makeClearStrip()
{
    auto *strip = m_clearStrip;
    strip->setObjectName(u"historyClearStrip"_s);
    strip->setAutoFillBackground(true);
    m_clearText->setWordWrap(true);
    auto *yes = new QPushButton(tr("Delete"), strip);
    yes->setObjectName(u"historyClearYes"_s);
    auto *no = new QPushButton(tr("Keep"), strip);
    no->setObjectName(u"historyClearNo"_s);
    auto *layout = new QHBoxLayout(strip);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(m_clearText, 1);
    layout->addWidget(yes);
    layout->addWidget(no);
    connect(yes, &QPushButton::clicked, this, &HistoryPanel::clear);
    connect(no, &QPushButton::clicked, this, [this] {
        m_clearStrip->hide();
        m_search->setFocus();
    });
    const auto tint = [this, strip] {
        auto colors = strip->palette();
        colors.setColor(QPalette::Window, m_theme.color(Token::RemovedGround));
        strip->setPalette(colors);
        ui::tint(m_clearText, m_theme.color(Token::Text));
    };
    connect(&m_theme, &Theme::changed, strip, tint);
    tint();
    strip->hide();
    return strip;
}

void HistoryPanel::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    m_typing.callOnTimeout(this, [this] { m_model->setSearch(m_search->text().trimmed()); });
    connect(m_errorsOnly, &QCheckBox::toggled, m_model, &HistoryModel::setErrorsOnly);
    connect(m_scope, &QComboBox::currentIndexChanged, this,
            [this] { m_model->setScope(static_cast<HistoryModel::Scope>(m_scope->currentData().toInt())); });
    connect(m_model, &HistoryModel::changed, this, &HistoryPanel::showEmpty);
    connect(m_model, &HistoryModel::failed, this, [this](const Error &error) {
        m_empty->setText(error.message);
        m_stack->setCurrentWidget(m_empty);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryPanel::showCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HistoryPanel::showCurrent);
    connect(m_list, &QListView::doubleClicked, this, [this] {
        if (const auto *entry = current())
            emit openRequested(entry->sql);
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, &HistoryPanel::popUpMenu);
    connect(&m_theme, &Theme::changed, this, &HistoryPanel::showCurrent);
}

void HistoryPanel::setPlace(const QString &connection, const QString &database)
{
    m_connection = connection;
    m_model->setPlace(connection, database);
}

void HistoryPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

const workspace::HistoryEntry *HistoryPanel::current() const
{
    const auto index = m_list->currentIndex();
    return index.isValid() ? &m_model->entry(index.row()) : nullptr;
}

void HistoryPanel::showCurrent()
{
    const auto *entry = current();
    m_actions->setEnabled(entry);
    m_sql->setPlainText(entry ? entry->sql : QString());
    m_sql->setPlaceholderText(entry ? QString() : tr("Choose a statement to see all of it."));
    m_run->setEnabled(entry && entry->whole);
    const bool failed = entry && !entry->error.isEmpty();
    const auto cut = entry && !entry->whole
                         ? tr("Not all of it was kept: it is too long, or a password was left out. It cannot "
                              "be run again as it stands here.")
                         : QString();
    m_note->setText(failed && !cut.isEmpty() ? entry->error + u'\n' + cut : failed ? entry->error : cut);
    m_note->setHidden(m_note->text().isEmpty());
    tint(m_note, m_theme.color(failed ? Token::Removed : Token::Muted));
}

void HistoryPanel::showEmpty()
{
    const bool some = m_model->rowCount() > 0;
    if (some && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    m_stack->setCurrentWidget(some ? static_cast<QWidget *>(m_list) : m_empty);
    if (some)
        return;
    if (!m_history.isKept())
        m_empty->setText(tr("Nothing is kept: the workspace could not be opened."));
    else if (!m_model->search().isEmpty())
        m_empty->setText(tr("Nothing that was run contains “%1”.").arg(m_model->search()));
    else if (m_model->errorsOnly())
        m_empty->setText(tr("Nothing failed here."));
    else
        m_empty->setText(tr("Nothing was run here yet. Every statement run in an SQL tab will be listed."));
}

void HistoryPanel::askToClear()
{
    const bool here = m_model->scope() == HistoryModel::Scope::Database;
    m_clearText->setText(here ? tr("Delete all that was run on this connection? It cannot be brought back.")
                              : tr("Delete all that was ever run, on every connection? It cannot be brought "
                                   "back."));
    m_clearStrip->show();
    m_clearStrip->findChild<QPushButton *>(u"historyClearNo"_s)->setFocus();
}

void HistoryPanel::clear()
{
    const bool here = m_model->scope() == HistoryModel::Scope::Database;
    m_clearStrip->hide();
    m_search->setFocus();
    // Without a name it would be all of them.
    if (!here || !m_connection.isEmpty())
        m_history.clear(here ? m_connection : QString());
}

void HistoryPanel::removeCurrent()
{
    const auto *entry = current();
    if (!entry)
        return;
    m_history.remove(*entry);
}

void HistoryPanel::popUpMenu(const QPoint &position)
{
    const auto *entry = current();
    if (!entry)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"historyMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto sql = entry->sql;
    menu->addAction(tr("Open in a new SQL tab"), this, [this, sql] { emit openRequested(sql); });
    menu->addAction(tr("Insert at the cursor"), this, [this, sql] { emit insertRequested(sql); });
    menu->addAction(tr("Run again"), this, [this, sql] { emit runRequested(sql); })->setEnabled(entry->whole);
    menu->addSeparator();
    menu->addAction(tr("Copy"), this, [sql] { QGuiApplication::clipboard()->setText(sql); });
    menu->addAction(tr("Save as a query…"), this, [this, sql] { emit saveRequested(sql); });
    menu->addSeparator();
    menu->addAction(tr("Delete from the history"), this, &HistoryPanel::removeCurrent);
    menu->addAction(tr("Bring back what was deleted"), &m_history, &models::QueryHistory::undoRemove)
        ->setEnabled(m_history.canUndoRemove());
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

bool HistoryPanel::listKey(const QKeyEvent &key)
{
    const auto *entry = current();
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (key.key() == Qt::Key_Escape) {
        emit closeRequested();
    } else if (key.matches(QKeySequence::Undo)) {
        m_history.undoRemove();
    } else if (enter && entry && key.modifiers() & Qt::ControlModifier) {
        if (entry->whole)
            emit runRequested(entry->sql);
    } else if (enter && entry && key.modifiers() & Qt::ShiftModifier) {
        emit insertRequested(entry->sql);
    } else if (enter && entry) {
        emit openRequested(entry->sql);
    } else if (key.matches(QKeySequence::Copy) && entry) {
        QGuiApplication::clipboard()->setText(entry->sql);
    } else if (key.key() == Qt::Key_Delete) {
        removeCurrent();
    } else if (key.key() == Qt::Key_Up && m_list->currentIndex().row() <= 0) {
        m_search->setFocus();
    } else if (!key.text().isEmpty() && key.text().front().isPrint() &&
               !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        // Typing searches, wherever one is.
        m_search->setFocus();
        m_search->insert(key.text());
    } else {
        return false;
    }
    return true;
}

bool HistoryPanel::searchKey(const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_Down:
    case Qt::Key_PageDown: m_list->setFocus(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: return listKey(key);
    case Qt::Key_Escape:
        if (m_search->text().isEmpty())
            emit closeRequested();
        else
            m_search->clear();
        return true;
    default: return false;
    }
}

bool HistoryPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (watched == m_list && listKey(key))
        return true;
    if (watched == m_search && searchKey(key))
        return true;
    return QWidget::eventFilter(watched, event);
}

void HistoryPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto wanted = width() >= wide ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() == wanted)
        return;
    m_splitter->setOrientation(wanted);
    m_splitter->setSizes(wanted == Qt::Horizontal ? QList<int>{width() / 2, width() / 2}
                                                  : QList<int>{height() * 3 / 5, height() * 2 / 5});
}

} // namespace squall::ui
