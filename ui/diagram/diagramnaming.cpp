#include "ui/diagram/diagramnaming.h"

#include "models/diagram/diagrammodel.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/namedialog.h"
#include "ui/sql/noticestrip.h"

#include <QFileDialog>
#include <QFileInfo>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

const auto usualFile = u"squall.diagram.json"_s;

} // namespace

DiagramNaming::DiagramNaming(const Theme &theme, models::DiagramModel &model, models::DiagramSet &diagrams,
                             models::DiagramProject &project, DiagramCanvas &canvas, NoticeStrip &strip)
    : QObject(&canvas)
    , m_theme(theme)
    , m_model(model)
    , m_diagrams(diagrams)
    , m_project(project)
    , m_canvas(canvas)
    , m_strip(strip)
{
    connect(&project, &models::DiagramProject::saved, this, [this] {
        m_strip.say(tr("The diagrams are saved in %1.").arg(fileName()), Token::Muted,
                    {{u"diagramStripClose"_s, tr("Close"), [this] { m_strip.hide(); }}});
    });
    connect(&project, &models::DiagramProject::failed, this, [this](const Error &error) {
        auto text = error.message;
        if (!error.detail.isEmpty())
            text += u' ' + error.detail;
        m_strip.say(text, Token::Removed,
                    {{u"diagramStripClose"_s, tr("Close"), [this] { m_strip.hide(); }}});
    });
    connect(&project, &models::DiagramProject::loaded, this, &DiagramNaming::takeFile);
    connect(&project, &models::DiagramProject::changedOutside, this, &DiagramNaming::offerFile);
    connect(&project, &models::DiagramProject::conflicted, this, &DiagramNaming::askToOverwrite);
}

QString DiagramNaming::fileName() const
{
    return QFileInfo(m_project.path()).fileName();
}

std::optional<QString> DiagramNaming::unavailable(DiagramCommand command) const
{
    switch (command) {
    case DiagramCommand::NewFromSelection:
        return m_canvas.selection().empty() ? tr("No table is selected.") : QString();
    case DiagramCommand::Remove:
        return m_diagrams.names().size() < 2 ? tr("The last diagram stays.") : QString();
    case DiagramCommand::Choose:
    case DiagramCommand::New:
    case DiagramCommand::Duplicate:
    case DiagramCommand::Rename:
    case DiagramCommand::Save:
    case DiagramCommand::SaveAs:
    case DiagramCommand::Load: return QString();
    default: return {};
    }
}

bool DiagramNaming::run(DiagramCommand command)
{
    const auto current = m_diagrams.currentName();
    switch (command) {
    case DiagramCommand::New:
        askForName(tr("New diagram"), tr("Make"), m_diagrams.freeName(tr("Diagram")), {},
                   [this](const QString &name) { m_diagrams.add(name); });
        return true;
    case DiagramCommand::NewFromSelection:
        askForName(tr("New diagram from the selection"), tr("Make"), m_diagrams.freeName(tr("Selection")), {},
                   [this](const QString &name) { addFromSelection(name); });
        return true;
    case DiagramCommand::Duplicate:
        askForName(tr("Duplicate the diagram"), tr("Duplicate"), m_diagrams.freeName(current), {},
                   [this](const QString &name) { m_diagrams.duplicate(name); });
        return true;
    case DiagramCommand::Rename:
        askForName(tr("Rename the diagram"), tr("Rename"), current, current,
                   [this](const QString &name) { m_diagrams.rename(name); });
        return true;
    case DiagramCommand::Remove: remove(); return true;
    case DiagramCommand::Save:
        if (m_project.path().isEmpty())
            chooseFile(true);
        else
            m_project.save(m_diagrams.all());
        return true;
    case DiagramCommand::SaveAs: chooseFile(true); return true;
    case DiagramCommand::Load: chooseFile(false); return true;
    default: return false;
    }
}

void DiagramNaming::askForName(const QString &title, const QString &action, const QString &name,
                               const QString &but, const Named &done)
{
    const auto refusal = [this, but](const QString &typed) { return m_diagrams.refusal(typed, but); };
    auto *dialog = new NameDialog(m_theme, title, action, name, refusal, &m_canvas);
    connect(dialog, &NameDialog::named, this, done);
    dialog->open();
}

/// Where they lie now; all else that there is is not a part of it, nor will be what is new one day.
void DiagramNaming::addFromSelection(const QString &name)
{
    const auto now = m_model.history().arrangement;
    models::DiagramArrangement few{.detail = now.detail};
    for (const int box : m_canvas.selection()) {
        const auto &id = m_model.picture()->box(box).id;
        few.chosen.insert(id);
        if (const auto mark = now.marks.find(id); mark != now.marks.end())
            few.marks.insert(id, *mark);
    }
    m_diagrams.add(name, few);
}

void DiagramNaming::remove()
{
    const auto name = m_diagrams.currentName();
    m_diagrams.remove();
    m_strip.say(tr("“%1” is deleted.").arg(name), Token::Changed,
                {{u"diagramRestore"_s, tr("Undo"),
                  [this] {
                      m_diagrams.restore();
                      m_strip.hide();
                      m_canvas.setFocus();
                  }},
                 {u"diagramStripClose"_s, tr("Close"), [this] { m_strip.hide(); }}});
}

void DiagramNaming::chooseFile(bool saves)
{
    auto *dialog =
        new QFileDialog(&m_canvas, saves ? tr("Save the diagrams") : tr("Load diagrams"),
                        QFileInfo(m_project.path()).path(), tr("Diagrams (*.diagram.json *.json)"));
    dialog->setObjectName(u"diagramFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(saves ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(saves ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    if (saves)
        dialog->selectFile(m_project.path().isEmpty() ? usualFile : fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this, saves](const QString &path) {
        if (saves)
            m_project.saveAs(path, m_diagrams.all());
        else
            m_project.load(path);
    });
    dialog->open();
}

/// What was there before is kept until somebody has seen what came.
void DiagramNaming::takeFile(const models::Diagrams &loaded)
{
    const auto before = m_diagrams.all();
    m_diagrams.replace(loaded);
    m_strip.say(tr("The diagrams are those of %1.").arg(fileName()), Token::Changed,
                {{u"diagramUnload"_s, tr("Undo"),
                  [this, before] {
                      m_diagrams.replace(before);
                      m_strip.hide();
                      m_canvas.setFocus();
                  }},
                 {u"diagramStripClose"_s, tr("Close"), [this] { m_strip.hide(); }}});
}

void DiagramNaming::offerFile()
{
    m_strip.say(tr("%1 has changed. Loading it replaces the diagrams that are open here.").arg(fileName()),
                Token::Changed,
                {{u"diagramReload"_s, tr("Load"), [this] { m_project.load(m_project.path()); }},
                 {u"diagramKeepMine"_s, tr("Keep mine"), [this] {
                      m_project.keepMine();
                      m_strip.hide();
                  }}});
}

void DiagramNaming::askToOverwrite(const models::Diagrams &diagrams, const QString &why)
{
    m_strip.say(tr("%1 is not as it was saved last. %2 Nothing was written.").arg(fileName(), why),
                Token::Removed,
                {{u"diagramReload"_s, tr("Load"), [this] { m_project.load(m_project.path()); }},
                 {u"diagramOverwrite"_s, tr("Overwrite"),
                  [this, diagrams] { m_project.saveAs(m_project.path(), diagrams); }},
                 {u"diagramStripClose"_s, tr("Close"), [this] { m_strip.hide(); }}});
}

} // namespace squall::ui
