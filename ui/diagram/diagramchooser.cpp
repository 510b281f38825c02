#include "ui/diagram/diagramchooser.h"

#include "models/diagram/diagramset.h"

#include <QMenu>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 180;

/// A name as a menu or a button shows it, which takes an ampersand for a key.
QString shown(const QString &name)
{
    return name.simplified().replace(u'&', u"&&"_s);
}

} // namespace

DiagramChooser::DiagramChooser(models::DiagramSet &diagrams, QWidget *parent)
    : QPushButton(parent)
    , m_diagrams(diagrams)
    , m_menu(new QMenu(this))
{
    setObjectName(u"diagramChooser"_s);
    setProperty("opensMenu", true);
    m_menu->setObjectName(u"diagramChooserMenu"_s);
    setMenu(m_menu);
    connect(&diagrams, &models::DiagramSet::changed, this, &DiagramChooser::show);
    connect(m_menu, &QMenu::aboutToShow, this, &DiagramChooser::fill);
    show();
}

void DiagramChooser::open()
{
    setFocus();
    m_menu->popup(mapToGlobal(rect().bottomLeft()));
}

void DiagramChooser::show()
{
    const auto name = m_diagrams.currentName();
    setText(shown(fontMetrics().elidedText(name.simplified(), Qt::ElideRight, widest)));
    setAccessibleName(tr("Diagram: %1").arg(name));
    setToolTip(name.size() > text().size() ? name : QString());
}

void DiagramChooser::fill()
{
    m_menu->clear();
    const auto names = m_diagrams.names();
    for (const auto &name : names) {
        auto *action = m_menu->addAction(shown(fontMetrics().elidedText(name, Qt::ElideRight, 2 * widest)),
                                         this, [this, name] { m_diagrams.choose(name); });
        action->setCheckable(true);
        action->setChecked(name == m_diagrams.currentName());
        if (action->isChecked())
            m_menu->setActiveAction(action);
    }
    m_menu->addSeparator();
    const auto add = [this](const QString &text, DiagramCommand command) {
        return m_menu->addAction(text, this, [this, command] { emit commandRequested(command); });
    };
    add(tr("New diagram…"), DiagramCommand::New);
    add(tr("New diagram from the selection…"), DiagramCommand::NewFromSelection);
    add(tr("Duplicate…"), DiagramCommand::Duplicate);
    add(tr("Rename…"), DiagramCommand::Rename);
    add(tr("Delete"), DiagramCommand::Remove)->setEnabled(names.size() > 1);
    m_menu->addSeparator();
    add(tr("Save in the project…"), DiagramCommand::Save);
    add(tr("Load from a file…"), DiagramCommand::Load);
}

} // namespace squall::ui
