#include "ui/connection/connectiondialog.h"

#include "models/connectionsmodel.h"
#include "models/connectiontest.h"
#include "models/studio.h"
#include "ui/connection/connectiondelegate.h"
#include "ui/connection/connectioneditor.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"
#include "ui/window/messagepage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;
using models::ConnectionForm;
using models::ConnectionsModel;

ConnectionDialog::ConnectionDialog(models::Studio &studio, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_studio(studio)
    , m_connections(studio.connections())
    , m_theme(theme)
    , m_test(new models::ConnectionTest(this))
    , m_list(new QListView(this))
    , m_editor(new ConnectionEditor(this))
    , m_outcome(new QPlainTextEdit(this))
    , m_hint(new QLabel(this))
    , m_testButton(new QPushButton(tr("Test"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
    , m_save(new QPushButton(tr("Save"), this))
    , m_open(new QPushButton(tr("Connect"), this))
{
    setObjectName(u"connectionDialog"_s);
    setWindowTitle(tr("Connections"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildList());
    layout->addWidget(buildForm(), 1);
    resize(860, 640);

    connect(m_editor, &ConnectionEditor::edited, this, &ConnectionDialog::followEditor);
    connect(m_test, &models::ConnectionTest::succeeded, this, [this](const QString &sentence) {
        m_hint->hide();
        showOutcome(sentence, true);
    });
    connect(m_test, &models::ConnectionTest::failed, this, [this](const Error &error) {
        m_hint->setText(error.hint);
        m_hint->setVisible(!error.hint.isEmpty());
        showOutcome(errorWords(error), false);
    });
    connect(&theme, &Theme::changed, this, &ConnectionDialog::tint);
    tint();
    edit({});
}

QWidget *ConnectionDialog::buildList()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(metrics::navigatorWidth);
    m_list->setObjectName(u"connectionList"_s);
    m_list->setAccessibleName(tr("Saved connections"));
    m_list->setModel(&m_connections);
    m_list->setItemDelegate(new ConnectionDelegate(m_theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setStyleSheet(u"QListView { background: transparent; }"_s);
    auto *added = new QPushButton(tr("New connection"), side);
    added->setObjectName(u"connectionNew"_s);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(8, 12, 8, 12);
    layout->addWidget(m_list, 1);
    layout->addWidget(added);
    connect(added, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    select(index.data(ConnectionsModel::IdRole).toString());
            });
    return side;
}

QWidget *ConnectionDialog::buildForm()
{
    auto *side = new QWidget(this);
    side->setAutoFillBackground(true);
    side->setBackgroundRole(QPalette::Base);
    auto *scroll = new QScrollArea(side);
    scroll->setWidget(m_editor);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_editor->setBackgroundRole(QPalette::Base);
    m_editor->setContentsMargins(0, 0, 8, 0);
    m_outcome->setObjectName(u"connectionOutcome"_s);
    m_outcome->setAccessibleName(tr("What the server said"));
    m_outcome->setReadOnly(true);
    m_outcome->setFont(ui::font(TextStyle::Mono));
    m_outcome->hide();
    m_hint->setObjectName(u"connectionHint"_s);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->hide();
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(20, 16, 12, 16);
    layout->setSpacing(10);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_outcome);
    layout->addWidget(m_hint);
    layout->addLayout(buildButtons());
    return side;
}

QLayout *ConnectionDialog::buildButtons()
{
    m_testButton->setObjectName(u"connectionTest"_s);
    m_remove->setObjectName(u"connectionRemove"_s);
    m_save->setObjectName(u"connectionSave"_s);
    m_open->setObjectName(u"connectionOpen"_s);
    m_open->setProperty("primary", true);
    m_open->setDefault(true);
    for (auto *button : {m_testButton, m_remove, m_save})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(8);
    row->addWidget(m_testButton);
    row->addWidget(m_remove);
    row->addStretch(1);
    row->addWidget(m_save);
    row->addWidget(m_open);
    connect(m_testButton, &QPushButton::clicked, this, &ConnectionDialog::test);
    connect(m_remove, &QPushButton::clicked, this, &ConnectionDialog::remove);
    connect(m_save, &QPushButton::clicked, this, &ConnectionDialog::save);
    connect(m_open, &QPushButton::clicked, this, [this] {
        save();
        const auto form = m_editor->form();
        accept();
        emit openRequested(form);
    });
    return row;
}

void ConnectionDialog::edit(const ConnectionForm &form)
{
    m_editor->setForm(form);
    followEditor();
    const auto index = m_connections.indexOf(form.id);
    m_remove->setVisible(index.isValid());
    const QSignalBlocker blocker(m_list->selectionModel());
    m_list->setCurrentIndex(index);
    m_list->viewport()->update();
}

void ConnectionDialog::select(const QString &id)
{
    if (const auto form = m_connections.form(id))
        edit(*form);
}

void ConnectionDialog::save()
{
    auto form = m_editor->form();
    form.id = m_connections.save(form);
    m_editor->setForm(form);
    m_remove->show();
}

void ConnectionDialog::remove()
{
    const auto id = m_editor->form().id;
    m_losses.run(m_studio.lossesOf(id), [this, id](const models::ConnectionLosses &losses) {
        if (losses.isAny())
            askToRemove(id, losses);
        else
            removeNow(id);
    });
}

void ConnectionDialog::askToRemove(const QString &id, const models::ConnectionLosses &losses)
{
    if (losses.open && losses.unresolved) {
        showOutcome(tr("A commit on this connection has no answer yet. Remove it when its outcome is known."),
                    false);
        return;
    }
    QStringList sentences;
    if (losses.open)
        sentences += tr("It is open and will be closed.");
    if (losses.unresolved)
        sentences += tr("Whether its last commit was carried out is not known, and cannot be found out "
                        "afterwards.");
    if (losses.changes > 0)
        sentences += losses.changes == 1 ? tr("1 staged change will be lost.")
                                         : tr("%L1 staged changes will be lost.").arg(losses.changes);
    if (losses.elsewhere)
        sentences += tr("Another window has staged changes on it, which will be lost, too.");
    if (losses.filters > 0)
        sentences += losses.filters == 1 ? tr("1 saved filter will be lost.")
                                         : tr("%L1 saved filters will be lost.").arg(losses.filters);
    if (losses.texts > 0)
        sentences += losses.texts == 1 ? tr("1 text of an SQL tab will be lost.")
                                       : tr("%L1 texts of SQL tabs will be lost.").arg(losses.texts);
    if (losses.queries > 0)
        sentences += losses.queries == 1 ? tr("1 saved query will be lost.")
                                         : tr("%L1 saved queries will be lost.").arg(losses.queries);
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Remove a connection"),
                                     tr("Remove %1?").arg(m_connections.indexOf(id).data().toString()),
                                     QMessageBox::NoButton, this);
    question->setObjectName(u"removeQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(sentences.join(u' '));
    auto *removing = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(tr("Keep"), QMessageBox::RejectRole));
    connect(removing, &QAbstractButton::clicked, this, [this, id] { removeNow(id); });
    question->open();
}

void ConnectionDialog::removeNow(const QString &id)
{
    m_connections.remove(id);
    if (m_editor->form().id == id)
        edit({});
}

void ConnectionDialog::test()
{
    m_hint->hide();
    showOutcome(tr("Connecting to %1 …").arg(m_editor->form().summary()), true);
    m_test->run(m_editor->form());
}

void ConnectionDialog::showOutcome(const QString &words, bool good)
{
    m_good = good;
    m_outcome->setPlainText(words);
    const auto lines = std::clamp<qsizetype>(words.count(u'\n') + 1 + words.size() / 68, 1, 8);
    m_outcome->setFixedHeight(static_cast<int>(lines) * m_outcome->fontMetrics().lineSpacing() + 18);
    m_outcome->show();
    tint();
}

/// Nothing is done to what is not shown.
void ConnectionDialog::followEditor()
{
    clearOutcome();
    for (auto *button : {m_testButton, m_save, m_open})
        button->setEnabled(m_editor->isValid());
}

void ConnectionDialog::clearOutcome()
{
    m_test->cancel();
    m_outcome->hide();
    m_hint->hide();
}

void ConnectionDialog::tint()
{
    const auto text = m_theme.color(m_good ? Token::Text : Token::Removed);
    const auto ground = m_theme.color(m_good ? Token::Window : Token::RemovedGround);
    m_outcome->setStyleSheet(u"QPlainTextEdit { color: %1; background: %2; border: 1px solid %2; }"_s.arg(
        text.name(), ground.name()));
    ui::tint(m_hint, m_theme.color(Token::Muted));
}

} // namespace squall::ui
