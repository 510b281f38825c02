#include "ui/filter/savedfiltersmenu.h"

#include "models/tablefilter.h"

#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace squall::ui {

using namespace Qt::StringLiterals;

SavedFiltersMenu::SavedFiltersMenu(models::SavedFilters &saved, models::TableFilter &filter, QWidget *parent)
    : QMenu(parent)
    , m_saved(saved)
    , m_filter(filter)
{
    setObjectName(u"savedFiltersMenu"_s);
    connect(this, &QMenu::aboutToShow, this, &SavedFiltersMenu::fill);
}

void SavedFiltersMenu::fill()
{
    clear();
    addSaved();
    if (!m_filter.filter().isEmpty())
        addSaving();
    else if (isEmpty())
        addAction(tr("Filter the rows first; then the filter can be saved here"))->setEnabled(false);
}

void SavedFiltersMenu::addSaved()
{
    const auto &relation = m_filter.source().id;
    const auto own = m_saved.of(relation);
    for (const auto &each : own) {
        auto *use = addAction(QString(each.name).replace(u'&', u"&&"_s));
        use->setCheckable(true);
        use->setChecked(each.filter == m_filter.filter());
        connect(use, &QAction::triggered, this, [this, filter = each.filter] { m_filter.apply(filter); });
    }
    if (own.empty())
        return;
    auto *renaming = addMenu(tr("Rename"));
    auto *removing = addMenu(tr("Remove"));
    for (const auto &each : own) {
        auto *rename = renaming->addAction(QString(each.name).replace(u'&', u"&&"_s));
        connect(rename, &QAction::triggered, this, [this, name = each.name] { askForName(name); });
        auto *remove = removing->addAction(QString(each.name).replace(u'&', u"&&"_s));
        connect(remove, &QAction::triggered, this,
                [this, relation, name = each.name] { m_saved.remove(relation, name); });
    }
    addSeparator();
}

void SavedFiltersMenu::askForName(const QString &name)
{
    auto *dialog = new QInputDialog(parentWidget());
    dialog->setObjectName(u"savedFilterRename"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename a filter"));
    dialog->setLabelText(tr("New name of %1:").arg(name));
    dialog->setTextValue(name);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, name](const QString &to) { m_saved.rename(m_filter.source().id, name, to.trimmed()); });
    dialog->open();
}

/// A name is typed right here; the name of another filter replaces that one once it is confirmed.
void SavedFiltersMenu::addSaving()
{
    auto *holder = new QWidget(this);
    auto *name = new QLineEdit(holder);
    name->setObjectName(u"savedFilterName"_s);
    name->setAccessibleName(tr("Name to save this filter under"));
    name->setPlaceholderText(tr("Save as: type a name, Enter"));
    name->setMinimumWidth(220);
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(8, 4, 8, 4);
    auto *replacing = new QLabel(holder);
    replacing->setObjectName(u"savedFilterReplacing"_s);
    replacing->setTextFormat(Qt::PlainText);
    replacing->hide();
    layout->addWidget(name);
    layout->addWidget(replacing);
    holder->setFocusProxy(name);
    holder->setFocusPolicy(Qt::StrongFocus);
    connect(name, &QLineEdit::returnPressed, this, [this, name, replacing, holder] {
        const auto text = name->text().trimmed();
        if (text.isEmpty())
            return;
        if (m_saved.find(m_filter.source().id, text) && name->property("asked").toString() != text) {
            name->setProperty("asked", text);
            replacing->setText(tr("%1 is there already: Enter again replaces it.").arg(text));
            replacing->show();
            holder->adjustSize();
            return;
        }
        m_saved.save({.relation = m_filter.source().id, .name = text, .filter = m_filter.filter()});
        close();
    });
    auto *action = new QWidgetAction(this);
    action->setDefaultWidget(holder);
    addAction(action);
    setActiveAction(action);
    name->setFocus();
}

} // namespace squall::ui
