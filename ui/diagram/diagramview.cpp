#include "ui/diagram/diagramview.h"

#include "ui/diagram/diagrambar.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/diagramchooser.h"
#include "ui/diagram/diagramlegend.h"
#include "ui/diagram/diagrammarking.h"
#include "ui/diagram/diagrammenus.h"
#include "ui/diagram/diagramnaming.h"
#include "ui/diagram/diagramoutput.h"
#include "ui/diagram/diagramways.h"
#include "ui/sql/noticestrip.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <numeric>

namespace squall::ui {

using namespace Qt::StringLiterals;
using State = models::DiagramModel::State;

namespace {

/// Several steps follow each other.
constexpr int keepMs = 300;
constexpr double zoomStep = 1.25;

const auto fileSetting = u"diagramFile"_s;

} // namespace

DiagramView::DiagramView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(diagramLook())
    , m_overlays(m_model)
    , m_diagrams(m_model)
    , m_bar(new DiagramBar(theme, m_model, this))
    , m_chooser(new DiagramChooser(m_diagrams, m_bar))
    , m_strip(new NoticeStrip(theme, u"diagramNotice"_s, this))
    , m_offers(new NoticeStrip(theme, u"diagramStrip"_s, this))
    , m_canvas(new DiagramCanvas(theme, m_model, this))
    , m_ways(new DiagramWays(theme, m_model, m_overlays, *m_canvas))
    , m_output(new DiagramOutput(m_model, *this))
    , m_marking(new DiagramMarking(theme, m_model, *m_canvas, this))
    , m_naming(new DiagramNaming(theme, m_model, m_diagrams, m_project, *m_canvas, *m_offers))
    , m_message(new QLabel(this))
    , m_stack(new QStackedLayout)
{
    setObjectName(u"diagramView"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_message->setObjectName(u"diagramMessage"_s);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_canvas);
    auto *legend = new DiagramLegend(theme, m_model, m_canvas);
    connect(legend, &DiagramLegend::took, m_canvas, &DiagramCanvas::leaveRoom);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar->addFirst(m_chooser);
    layout->addWidget(m_bar);
    layout->addWidget(m_strip);
    layout->addWidget(m_offers);
    layout->addLayout(m_stack, 1);
    setFocusProxy(m_canvas);
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(keepMs);
    m_keeping.callOnTimeout(this, &DiagramView::keepRequested);
    connect(&m_model, &models::DiagramModel::edited, &m_keeping, qOverload<>(&QTimer::start));
    connect(&m_diagrams, &models::DiagramSet::edited, &m_keeping, qOverload<>(&QTimer::start));
    connect(&m_project, &models::DiagramProject::keepRequested, &m_keeping, qOverload<>(&QTimer::start));
    connect(&m_diagrams, &models::DiagramSet::switched, this, [this] {
        m_canvas->select({});
        m_canvas->fitNext();
    });
    connect(m_chooser, &DiagramChooser::commandRequested, this, &DiagramView::run);
    connect(&m_model, &models::DiagramModel::changed, this, &DiagramView::showState);
    connect(m_bar, &DiagramBar::fitRequested, this, [this] { run(DiagramCommand::Fit); });
    connect(m_bar, &DiagramBar::arrangeRequested, this, [this] { run(DiagramCommand::Arrange); });
    connect(m_bar, &DiagramBar::overlayChosen, &m_overlays, &models::DiagramOverlays::choose);
    connect(m_ways, &DiagramWays::wordsChanged, this, &DiagramView::summaryChanged);
    connect(m_canvas, &DiagramCanvas::lineMenuRequested, this,
            [this](int line, const QPoint &place) { makeLineMenu(*this, line)->popup(place); });
    connect(m_bar, &DiagramBar::stopRequested, &m_model, &models::DiagramModel::stop);
    connect(m_bar, &DiagramBar::found, m_canvas, &DiagramCanvas::goTo);
    connect(m_bar, &DiagramBar::left, m_canvas, qOverload<>(&QWidget::setFocus));
    connect(m_canvas, &DiagramCanvas::openRequested, this, &DiagramView::openRequested);
    connect(m_canvas, &DiagramCanvas::menuRequested, this, &DiagramView::menuRequested);
    connect(m_canvas, &DiagramCanvas::selectionChanged, this, [this] {
        emit summaryChanged();
        if (!m_canvas->selection().empty())
            emit currentChanged(m_model.picture()->box(m_canvas->selection().back()).id);
    });
    connect(&theme, &Theme::changed, this, &DiagramView::tint);
    connectOutput();
    tint();
    showState();
}

DiagramView::~DiagramView()
{
    // What was done last is kept, too.
    if (m_keeping.isActive())
        emit keepRequested();
}

void DiagramView::connectOutput()
{
    connect(m_output, &DiagramOutput::begun, this, [this](const QString &what) {
        m_strip->say(what, Token::Muted, {{u"diagramStop"_s, tr("Stop"), [this] { m_output->stop(); }}});
    });
    connect(m_output, &DiagramOutput::done, this, [this](const QString &what) {
        m_strip->hide();
        emit notice(what);
    });
    connect(m_output, &DiagramOutput::failed, this, [this](const QString &reason) {
        m_strip->say(reason, Token::Removed, {{u"diagramNoticeClose"_s, tr("Close"), [this] {
                                                   m_strip->hide();
                                                   m_canvas->setFocus();
                                               }}});
    });
    connect(m_bar, &DiagramBar::commandRequested, this, &DiagramView::run);
}

void DiagramView::restore(const models::DiagramSet::Read &read)
{
    m_diagrams.load(read);
    m_project.restore(read(fileSetting));
}

std::vector<std::pair<QString, QByteArray>> DiagramView::kept()
{
    auto settings = m_diagrams.kept();
    if (!m_project.path().isEmpty())
        settings.emplace_back(fileSetting, m_project.kept());
    return settings;
}

QString DiagramView::summary() const
{
    const auto way = m_ways->words();
    return way.isEmpty() ? m_canvas->summary() : way;
}

bool DiagramView::stop()
{
    const bool drawing = m_output->stop();
    const bool arranging = m_model.isArranging();
    m_model.stop();
    return arranging || drawing;
}

void DiagramView::showState()
{
    const auto text = [this] {
        switch (m_model.state()) {
        case State::Waiting: return tr("Reading the schema…");
        case State::LayingOut: return tr("Laying out the diagram…");
        case State::NoTables:
            return tr("There are no tables here yet. As soon as there are, the diagram shows them.");
        case State::AllHidden:
            return tr("All tables are hidden. “Show hidden tables again” in the palette brings them back.");
        case State::Shown: break;
        }
        return QString();
    }();
    m_message->setText(text);
    m_stack->setCurrentWidget(text.isEmpty() ? static_cast<QWidget *>(m_canvas) : m_message);
}

QString DiagramView::unavailable(DiagramCommand command) const
{
    if (DiagramWays::does(command))
        return m_ways->unavailable(command);
    if (const auto why = m_marking->unavailable(command))
        return *why;
    if (const auto why = m_naming->unavailable(command))
        return *why;
    switch (command) {
    case DiagramCommand::Open:
    case DiagramCommand::Hide:
    case DiagramCommand::FitSelection:
        return m_canvas->selection().empty() ? tr("No table is selected.") : QString();
    case DiagramCommand::ShowHidden:
        return m_model.hiddenCount() == 0 ? tr("No table is hidden.") : QString();
    case DiagramCommand::Undo: return m_model.canUndo() ? QString() : tr("There is nothing to undo.");
    case DiagramCommand::Redo: return m_model.canRedo() ? QString() : tr("There is nothing to redo.");
    default: return m_model.picture()->count() > 0 ? QString() : tr("The diagram is empty.");
    }
}

void DiagramView::run(DiagramCommand command)
{
    if (!unavailable(command).isEmpty() || chooseOverlay(command) || m_marking->run(command) ||
        m_naming->run(command))
        return;
    if (DiagramWays::does(command)) {
        m_ways->run(command);
        return;
    }
    switch (command) {
    case DiagramCommand::Find: m_bar->focusSearch(); break;
    case DiagramCommand::Choose: m_chooser->open(); break;
    case DiagramCommand::Fit: m_canvas->fit(); break;
    case DiagramCommand::ActualSize: m_canvas->setScale(1); break;
    case DiagramCommand::ZoomIn: m_canvas->zoomBy(zoomStep); break;
    case DiagramCommand::ZoomOut: m_canvas->zoomBy(1 / zoomStep); break;
    case DiagramCommand::ShowHidden: m_model.showHidden(); break;
    case DiagramCommand::Arrange: m_model.arrangeAnew(); break;
    case DiagramCommand::Export: m_output->askForFile(); break;
    case DiagramCommand::CopyImage: m_output->copyImage(m_canvas->selection()); break;
    case DiagramCommand::CopyMermaid: m_output->copyMermaid(m_canvas->selection()); break;
    case DiagramCommand::CopyDrizzle: m_output->copyDrizzle(m_canvas->selection()); break;
    case DiagramCommand::Undo: m_model.undo(); break;
    case DiagramCommand::Redo: m_model.redo(); break;
    default: runOnSelection(command);
    }
}

bool DiagramView::chooseOverlay(DiagramCommand command)
{
    using Kind = models::DiagramOverlayKind;
    switch (command) {
    case DiagramCommand::NoOverlay: m_overlays.choose(Kind::None); return true;
    case DiagramCommand::Rows: m_overlays.choose(Kind::Rows); return true;
    case DiagramCommand::Size: m_overlays.choose(Kind::Size); return true;
    case DiagramCommand::MissingIndexes: m_overlays.choose(Kind::MissingIndexes); return true;
    case DiagramCommand::UnusedIndexes: m_overlays.choose(Kind::UnusedIndexes); return true;
    case DiagramCommand::Cycles: m_overlays.choose(Kind::Cycles); return true;
    case DiagramCommand::Changes: m_overlays.choose(Kind::Changes); return true;
    case DiagramCommand::ChangesFromNow: m_overlays.countFromNow(); return true;
    default: return false;
    }
}

void DiagramView::runOnSelection(DiagramCommand command)
{
    if (command == DiagramCommand::Open) {
        emit openRequested(m_model.picture()->box(m_canvas->selection().back()).id);
    } else if (command == DiagramCommand::Hide) {
        m_model.hide(m_canvas->selection());
    } else if (command == DiagramCommand::FitSelection) {
        m_canvas->fitSelection();
    } else if (command == DiagramCommand::SelectAll) {
        std::vector<int> all(static_cast<std::size_t>(m_model.picture()->count()));
        std::iota(all.begin(), all.end(), 0);
        m_canvas->select(all);
    }
}

/// Where somebody types a name, letters are letters.
bool DiagramView::takes(const QKeyEvent &event, std::optional<DiagramCommand> &command) const
{
    command = diagramCommandFor(event);
    return command && (m_canvas->hasFocus() || *command == DiagramCommand::Find);
}

bool DiagramView::event(QEvent *event)
{
    std::optional<DiagramCommand> command;
    if (event->type() == QEvent::ShortcutOverride && takes(*static_cast<QKeyEvent *>(event), command)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void DiagramView::keyPressEvent(QKeyEvent *event)
{
    std::optional<DiagramCommand> command;
    if (takes(*event, command))
        run(*command);
    else
        QWidget::keyPressEvent(event);
}

void DiagramView::tint()
{
    ui::tint(m_message, m_theme.color(Token::Muted));
}

} // namespace squall::ui
