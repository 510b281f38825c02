#include "ui/diagram/diagramways.h"

#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/diagramchip.h"
#include "ui/diagram/diagramwords.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::DiagramLens;
using models::DiagramOverlayKind;

namespace {

QString escaped(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

DiagramWays::DiagramWays(const Theme &theme, models::DiagramModel &model, models::DiagramOverlays &overlays,
                         DiagramCanvas &canvas)
    : QObject(&canvas)
    , m_model(model)
    , m_overlays(overlays)
    , m_canvas(canvas)
    , m_path(new DiagramChip(theme, u"diagramPath"_s, tr("Leave the path (Esc)"), &canvas))
    , m_around(new DiagramChip(theme, u"diagramAround"_s, tr("Back to the whole diagram (Esc)"), &canvas))
    , m_since(new DiagramChip(theme, u"diagramSince"_s, tr("No changes"), &canvas))
    , m_hops(new QSpinBox(m_around))
{
    makeHops();
    auto *now = new QPushButton(tr("Count from now"), m_since);
    now->setObjectName(u"diagramFromNow"_s);
    m_since->addControl(now);
    auto *layout = new QVBoxLayout(&canvas);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(6);
    for (auto *chip : {m_around, m_path, m_since})
        layout->addWidget(chip, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_hops, &QSpinBox::valueChanged, this, &DiagramWays::setHops);
    connect(m_path, &DiagramChip::left, this, &DiagramWays::dropPath);
    connect(m_around, &DiagramChip::left, this, &DiagramWays::leaveNeighbours);
    connect(m_since, &DiagramChip::left, this, [this] { m_overlays.choose(DiagramOverlayKind::None); });
    connect(now, &QPushButton::clicked, &overlays, &models::DiagramOverlays::countFromNow);
    connect(&overlays, &models::DiagramOverlays::changed, this, &DiagramWays::tell);
    connect(&model, &models::DiagramModel::changed, this, &DiagramWays::tell);
    connect(&canvas, &DiagramCanvas::wayLost, this, &DiagramWays::dropPath);
    canvas.installEventFilter(this);
    tell();
}

void DiagramWays::makeHops()
{
    m_hops->setObjectName(u"diagramHops"_s);
    m_hops->setAccessibleName(tr("How many references away"));
    m_hops->setRange(1, DiagramLens::mostHops);
    m_hops->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_hops->setAlignment(Qt::AlignCenter);
    const auto button = [this](const QString &name, const QString &sign, const QString &text) {
        auto *made = new QToolButton(m_around);
        made->setObjectName(name);
        made->setText(sign);
        made->setToolTip(text);
        made->setAccessibleName(text);
        return made;
    };
    auto *fewer = button(u"diagramFewerHops"_s, u"−"_s, tr("One step nearer (,)"));
    auto *more = button(u"diagramMoreHops"_s, u"+"_s, tr("One step farther (.)"));
    for (auto *control : std::initializer_list<QWidget *>{fewer, m_hops, more})
        m_around->addControl(control);
    connect(fewer, &QToolButton::clicked, m_hops, &QSpinBox::stepDown);
    connect(more, &QToolButton::clicked, m_hops, &QSpinBox::stepUp);
    connect(m_hops, &QSpinBox::valueChanged, this, [fewer, more](int hops) {
        fewer->setEnabled(hops > 1);
        more->setEnabled(hops < DiagramLens::mostHops);
    });
    fewer->setEnabled(false);
}

bool DiagramWays::does(DiagramCommand command)
{
    switch (command) {
    case DiagramCommand::Path:
    case DiagramCommand::Neighbours:
    case DiagramCommand::MoreHops:
    case DiagramCommand::FewerHops:
    case DiagramCommand::Leave:
    case DiagramCommand::FollowForward:
    case DiagramCommand::FollowBack: return true;
    default: return false;
    }
}

QString DiagramWays::unavailable(DiagramCommand command) const
{
    const auto &selection = m_canvas.selection();
    const bool around = !m_model.lens().around.isEmpty();
    switch (command) {
    case DiagramCommand::Path: return selection.size() == 2 ? QString() : tr("Select two tables first.");
    case DiagramCommand::MoreHops:
    case DiagramCommand::FewerHops: return around ? QString() : tr("No neighbourhood is shown.");
    case DiagramCommand::Leave:
        return around || !m_path->isHidden() ? QString() : tr("The whole diagram is shown.");
    default: break;
    }
    if (selection.empty())
        return tr("No table is selected.");
    if (command == DiagramCommand::Neighbours)
        return {};
    const bool forward = command == DiagramCommand::FollowForward;
    if (!models::stepsFrom(*m_model.picture()->content, selection.back(), forward).empty())
        return {};
    return forward ? tr("This table refers to no other.") : tr("No table refers to this one.");
}

void DiagramWays::run(DiagramCommand command)
{
    switch (command) {
    case DiagramCommand::Path: showPath(); break;
    case DiagramCommand::Neighbours: showNeighbours(); break;
    case DiagramCommand::MoreHops: m_hops->stepUp(); break;
    case DiagramCommand::FewerHops: m_hops->stepDown(); break;
    case DiagramCommand::Leave: leave(); break;
    case DiagramCommand::FollowForward: follow(true); break;
    case DiagramCommand::FollowBack: follow(false); break;
    default: break;
    }
}

QString DiagramWays::words() const
{
    return m_path->isHidden() ? QString() : m_path->text();
}

void DiagramWays::showPath()
{
    const auto selection = m_canvas.selection();
    const auto &content = *m_model.picture()->content;
    const auto way = models::wayBetween(content, selection[0], selection[1]);
    QStringList names;
    for (const int box : way.isEmpty() ? selection : way.boxes)
        names << content.boxes[static_cast<std::size_t>(box)].id.name;
    const auto steps = static_cast<int>(way.lines.size());
    m_path->say(way.isEmpty() ? tr("No references lead from %1 to %2.").arg(names[0], names[1])
                              : names.join(u" → "_s) + u", "_s + stepsInWords(steps));
    m_canvas.setWay(way);
    emit wordsChanged();
}

void DiagramWays::dropPath()
{
    m_path->say({});
    m_canvas.setWay({});
    emit wordsChanged();
}

void DiagramWays::showNeighbours()
{
    auto lens = m_model.lens();
    lens.around.clear();
    for (const int box : m_canvas.selection())
        lens.around.insert(m_model.picture()->box(box).id);
    lens.hops = 1;
    m_model.setLens(lens);
}

void DiagramWays::setHops(int hops)
{
    auto lens = m_model.lens();
    lens.hops = hops;
    m_model.setLens(lens);
}

void DiagramWays::leaveNeighbours()
{
    auto lens = m_model.lens();
    lens.around.clear();
    lens.hops = 1;
    m_model.setLens(lens);
    m_canvas.setFocus();
}

void DiagramWays::follow(bool forward)
{
    const int box = m_canvas.selection().back();
    const auto &content = *m_model.picture()->content;
    const auto steps = models::stepsFrom(content, box, forward);
    const bool one = std::all_of(steps.begin(), steps.end(),
                                 [&](const auto &step) { return step.to == steps.front().to; });
    if (one) {
        m_canvas.goTo(steps.front().to);
        return;
    }
    auto *menu = new QMenu(&m_canvas);
    menu->setObjectName(u"diagramSteps"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &step : steps) {
        const auto id = content.boxes[static_cast<std::size_t>(step.to)].id;
        menu->addAction(escaped(models::textOf(content, step.line)), this, [this, id] {
            if (const int to = m_model.picture()->content->find(id); to >= 0)
                m_canvas.goTo(to);
        });
    }
    menu->setActiveAction(menu->actions().front());
    const auto rect = m_model.picture()->rect(box);
    const auto place = forward ? rect.topRight() : rect.topLeft();
    menu->popup(m_canvas.mapToGlobal(m_canvas.toScreen(place).toPoint()));
}

QString DiagramWays::aroundWords() const
{
    const auto &around = m_model.lens().around;
    if (around.isEmpty())
        return {};
    return around.size() == 1 ? tr("Around %1").arg(around.begin()->name)
                              : tr("Around %1").arg(tablesInWords(static_cast<int>(around.size())));
}

void DiagramWays::tell()
{
    m_around->say(aroundWords());
    m_hops->setValue(m_model.lens().hops);
    m_hops->setSuffix(u' ' + (m_model.lens().hops == 1 ? tr("step") : tr("steps")));
    const bool compares = m_overlays.kind() == DiagramOverlayKind::Changes;
    m_since->say(compares ? tr("Changes since %1").arg(momentInWords(m_overlays.since())) : QString());
}

bool DiagramWays::leave()
{
    if (!m_path->isHidden()) {
        dropPath();
        return true;
    }
    if (m_model.lens().around.isEmpty())
        return false;
    leaveNeighbours();
    return true;
}

bool DiagramWays::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_canvas && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && leave())
        return true;
    return QObject::eventFilter(watched, event);
}

} // namespace squall::ui
