#include "ui/sql/sqlpage.h"

#include "models/query/queryrecorder.h"
#include "models/studio.h"
#include "ui/editor/edithistory.h"
#include "ui/editor/findbar.h"
#include "ui/editor/linebar.h"
#include "ui/editor/sqlcompletion.h"
#include "ui/editor/sqleditor.h"
#include "ui/editor/sqlformatting.h"
#include "ui/editor/sqlhover.h"
#include "ui/results/resultspane.h"
#include "ui/sql/heldstrip.h"
#include "ui/sql/noticestrip.h"
#include "ui/sql/parameterstrip.h"
#include "ui/sql/sqlbar.h"
#include "ui/sql/sqlinsight.h"
#include "ui/sql/sqlresults.h"
#include "ui/sql/sqlrunning.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::SqlDocument;

SqlPage::SqlPage(const Theme &theme, models::Studio &studio, const QString &buffer, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_studio(studio)
    , m_document(new SqlDocument(studio.buffers(), buffer, this))
    , m_runner(new models::QueryRunner(*studio.database(), this))
    , m_bar(new SqlBar(theme, *m_runner, this))
    , m_fileStrip(new NoticeStrip(theme, u"fileStrip"_s, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_above(new QWidget(m_splitter))
    , m_editor(new SqlEditor(theme, m_above))
    , m_find(new FindBar(theme, *m_editor, this))
    , m_line(new LineBar(theme, *m_editor, this))
    , m_parameters(new ParameterStrip(theme, m_above))
    , m_held(new HeldStrip(theme, *m_runner, m_above))
    , m_results(new ResultsPane(theme, *m_runner, m_splitter))
    , m_completion(new SqlCompletion(theme, *m_editor))
    , m_hover(new SqlHover(theme, *m_editor))
    , m_formatting(new SqlFormatting(*m_editor))
    , m_running(new SqlRunning(*m_editor, *m_parameters, *m_document, *m_runner))
{
    setObjectName(u"sqlPage"_s);
    setFocusProxy(m_editor);
    build();
    restoreText();
    m_insight = new SqlInsight(theme, *studio.database(), *m_runner, *m_editor, *m_results);
    connectEditor();
    m_kept = new SqlResults(studio, *m_document, *m_runner, *m_editor, *m_results);
    connectRunner();
    connectResults();
    connectHeld();
    connectDocument();
    follow(*studio.database());
    useFormat();
    showFileState();
}

SqlPage::~SqlPage()
{
    // They ask the others for what they hold.
    delete m_kept;
    m_document->flush();
    m_document->setSource({});
}

void SqlPage::build()
{
    auto *above = new QVBoxLayout(m_above);
    above->setContentsMargins(0, 0, 0, 0);
    above->setSpacing(0);
    above->addWidget(m_editor, 1);
    above->addWidget(m_parameters);
    above->addWidget(m_held);
    // Until something was run, the text has all the room.
    m_results->hide();
    m_splitter->setObjectName(u"sqlSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_above);
    m_splitter->addWidget(m_results);
    constexpr int fewestPixels = 80;
    m_editor->setMinimumHeight(fewestPixels);
    m_results->setMinimumHeight(fewestPixels);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *part : {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_fileStrip),
                          static_cast<QWidget *>(m_find), static_cast<QWidget *>(m_line)})
        layout->addWidget(part);
    layout->addWidget(m_splitter, 1);
    const auto kept = m_studio.setting({}, u"sql/splitter"_s);
    if (!kept.isEmpty())
        m_splitter->restoreState(kept);
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_studio.saveSetting({}, u"sql/splitter"_s, m_splitter->saveState()); });
}

void SqlPage::restoreText()
{
    const auto &buffer = m_document->buffer();
    m_editor->setScript(buffer.text);
    m_editor->history().restore(buffer.undo);
    m_editor->select(buffer.anchor, buffer.caret);
    m_editor->setFirstLine(static_cast<int>(buffer.firstLine));
    m_parameters->restore(buffer.parameters);
    m_editor->zoomTo(m_studio.setting({}, u"sql/zoom"_s).toInt());
    m_document->setSource([this] {
        return SqlDocument::Shown{m_editor->script(), m_editor->caret(), m_editor->anchor(),
                                  m_editor->firstLine(), m_editor->history().kept()};
    });
}

void SqlPage::connectEditor()
{
    connect(m_editor, &SqlEditor::scriptChanged, m_document, &SqlDocument::touch);
    connect(m_editor, &SqlEditor::caretMoved, m_document, &SqlDocument::touchView);
    connect(m_editor, &SqlEditor::caretMoved, this, &SqlPage::summaryChanged);
    connect(m_editor, &SqlEditor::keyPressed, this, &SqlPage::takeKey);
    connect(m_editor, &SqlEditor::zoomed, this,
            [this](int steps) { m_studio.saveSetting({}, u"sql/zoom"_s, QByteArray::number(steps)); });
    connect(m_editor, &SqlEditor::menuRequested, this, &SqlPage::popUpMenu);
    connect(m_hover, &SqlHover::openRequested, this, &SqlPage::openRequested);
    connect(m_bar, &SqlBar::formatRequested, this, [this] { run(SqlCommand::Format); });
    connect(m_bar, &SqlBar::runRequested, this, [this] { run(SqlCommand::Run); });
    connect(m_bar, &SqlBar::explainRequested, this, [this] { run(SqlCommand::Explain); });
    connect(m_parameters, &ParameterStrip::escaped, m_editor, qOverload<>(&QWidget::setFocus));
    connect(m_parameters, &ParameterStrip::valuesChanged, this,
            [this] { m_document->setParameters(m_parameters->kept()); });
}

void SqlPage::connectRunner()
{
    models::keepHistory(*m_runner, m_studio.history(), *m_studio.database());
    connect(m_running, &SqlRunning::refused, this, &SqlPage::notice);
    connect(m_running, &SqlRunning::explainRequested, m_insight, &SqlInsight::explain);
    connect(m_running, &SqlRunning::previewRequested, m_insight, &SqlInsight::preview);
    connect(m_insight, &SqlInsight::shown, this, &SqlPage::showResults);
    connect(m_insight, &SqlInsight::notice, this, &SqlPage::notice);
    connect(m_runner, &models::QueryRunner::parameterTypesKnown, m_parameters,
            [this](const models::ParameterTypes &types) {
                m_parameters->setTypes(types, m_studio.database()->snapshot());
            });
    connect(m_running, &SqlRunning::ran, &m_studio.uses(), &models::SqlUses::add);
}

void SqlPage::connectResults()
{
    connect(m_runner, &models::QueryRunner::started, this, &SqlPage::showResults);
    connect(m_kept, &SqlResults::shown, this, &SqlPage::showResults);
    connect(m_kept, &SqlResults::notice, this, &SqlPage::notice);
    connect(m_kept, &SqlResults::runRequested, this, [this] {
        if (const auto reason = unavailable(SqlCommand::Run); !reason.isEmpty())
            emit notice(reason);
        else
            run(SqlCommand::Run);
    });
    connect(m_results, &ResultsPane::notice, this, &SqlPage::notice);
    connect(m_results, &ResultsPane::reviewRequested, this, &SqlPage::reviewRequested);
    connect(m_results, &ResultsPane::leaveRequested, m_editor, qOverload<>(&QWidget::setFocus));
    connect(m_results, &ResultsPane::goToRequested, this, [this](const sql::Span &place) {
        m_editor->reveal(place);
        m_editor->setFocus();
    });
}

/// The strip takes the keyboard to where it does no harm, but never from somebody who went on writing.
void SqlPage::connectHeld()
{
    connect(m_runner, &models::QueryRunner::started, this, [this] { m_writing = false; });
    connect(m_editor, &SqlEditor::scriptChanged, this, [this] { m_writing = true; });
    connect(m_held, &HeldStrip::asked, m_insight, &SqlInsight::showHeld);
    connect(m_held, &HeldStrip::asked, this, [this] {
        if (isAncestorOf(QApplication::focusWidget()) && !m_writing)
            m_held->takeFocus();
    });
    connect(m_held, &HeldStrip::settled, m_insight, &SqlInsight::hideHeld);
    connect(m_held, &HeldStrip::settled, this, [this] {
        if (m_held->isAncestorOf(QApplication::focusWidget()))
            m_editor->setFocus();
    });
}

void SqlPage::connectDocument()
{
    connect(m_document, &SqlDocument::titleChanged, this,
            [this] { emit titleChanged(m_document->buffer().title); });
    connect(m_document, &SqlDocument::fileStateChanged, this, &SqlPage::showFileState);
    connect(m_document, &SqlDocument::textLoaded, m_editor, &SqlEditor::changeScript);
    connect(m_document, &SqlDocument::notice, this, &SqlPage::notice);
    connect(m_document, &SqlDocument::saved, this,
            [this] { emit notice(tr("Saved to %1.").arg(m_document->buffer().file)); });
    connect(m_document, &SqlDocument::failed, this, [this](const Error &error) {
        auto text = error.message;
        if (!error.detail.isEmpty())
            text += u' ' + error.detail;
        m_fileStrip->say(text, Token::Removed,
                         {{u"fileDismiss"_s, tr("Close"), [this] { m_fileStrip->hide(); }}});
    });
}

void SqlPage::follow(models::OpenDatabase &database)
{
    const auto take = [this, &database] {
        m_completion->setCatalog(database.workbench().completion());
        m_hover->setCatalog(database.workbench().completion());
    };
    connect(&database, &models::OpenDatabase::completionChanged, this, take);
    take();
    const auto rank = [this] { m_completion->setUses(m_studio.uses().current()); };
    connect(&m_studio.uses(), &models::SqlUses::changed, this, rank);
    rank();
    auto &queries = m_studio.savedQueries();
    const auto offer = [this, &queries] { m_completion->setSnippets(queries.snippets()); };
    connect(&queries, &models::SavedQueries::changed, this, offer);
    offer();
}

/// How somebody wants SQL to be formatted.
void SqlPage::useFormat()
{
    sql::FormatOptions options;
    const auto keywords = m_studio.setting({}, u"format/keywords"_s);
    if (keywords == "lower")
        options.keywords = sql::FormatOptions::Case::Lower;
    else if (keywords == "keep")
        options.keywords = sql::FormatOptions::Case::Keep;
    if (const int width = m_studio.setting({}, u"format/width"_s).toInt(); width > 0)
        options.width = width;
    m_formatting->setOptions(options);
}

void SqlPage::showFileState()
{
    const auto name = QFileInfo(m_document->buffer().file).fileName();
    switch (m_document->fileState()) {
    case SqlDocument::FileState::Outside:
        m_fileStrip->say(
            tr("%1 was changed by somebody else. Your text is kept here; which of them do you want?")
                .arg(name),
            Token::Changed,
            {{u"fileReload"_s, tr("Take the file's"), [this] { m_document->reload(); }},
             {u"fileKeep"_s, tr("Keep mine"), [this] { m_document->keepMine(); }}});
        return;
    case SqlDocument::FileState::Gone:
        m_fileStrip->say(tr("%1 is not there any more. Your text is kept here; saving writes the file again.")
                             .arg(m_document->buffer().file),
                         Token::Changed,
                         {{u"fileWrite"_s, tr("Write it again"), [this] { m_document->save(); }},
                          {u"fileDismiss"_s, tr("Close"), [this] { m_fileStrip->hide(); }}});
        return;
    default: m_fileStrip->hide();
    }
}

void SqlPage::showResults()
{
    if (!m_results->isHidden())
        return;
    m_results->show();
    if (m_studio.setting({}, u"sql/splitter"_s).isEmpty())
        m_splitter->setSizes({m_splitter->height() / 2, m_splitter->height() / 2});
}

void SqlPage::switchPane()
{
    if (m_held->isVisible() && !m_held->isAncestorOf(focusWidget()))
        m_held->takeFocus();
    else if (m_results->isAncestorOf(focusWidget()) || m_results->isHidden() || m_held->isVisible())
        m_editor->setFocus();
    else
        m_results->setFocus();
}

QString SqlPage::summary() const
{
    const auto line = m_editor->send(QsciScintillaBase::SCI_LINEFROMPOSITION,
                                     m_editor->send(QsciScintillaBase::SCI_GETCURRENTPOS));
    const auto column = m_editor->send(QsciScintillaBase::SCI_GETCOLUMN,
                                       m_editor->send(QsciScintillaBase::SCI_GETCURRENTPOS));
    auto text = tr("Ln %1, Col %2").arg(line + 1).arg(column + 1);
    if (const auto selected = m_editor->selection().length; selected > 0)
        text += u" · "_s + tr("%L1 selected").arg(selected);
    return text;
}

bool SqlPage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        if (sqlCommandFor(*static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void SqlPage::keyPressEvent(QKeyEvent *event)
{
    event->ignore();
    takeKey(event);
}

void SqlPage::takeKey(QKeyEvent *event)
{
    if (event->isAccepted())
        return;
    if (event->key() == Qt::Key_Escape) {
        event->setAccepted(m_runner->isBusy());
        if (m_runner->isBusy())
            m_runner->cancel();
        return;
    }
    const auto command = sqlCommandFor(*event);
    // The completion has its own key, and the results have theirs.
    if (!command || command == SqlCommand::Complete)
        return;
    event->accept();
    if (const auto reason = unavailable(*command); !reason.isEmpty())
        emit notice(reason);
    else
        run(*command);
}

} // namespace squall::ui
