#include "ui/commands/commands.h"

#include <QWidget>

#include <utility>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

Commands::Commands(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
}

QAction *Commands::add(const QString &id, const QString &text, const QList<QKeySequence> &keys,
                       std::function<void()> action)
{
    Q_ASSERT(!this->action(id));
    auto *added = new QAction(text, this);
    added->setObjectName(id);
    added->setShortcuts(keys);
    connect(added, &QAction::triggered, this, [this, id, action = std::move(action)] {
        action();
        emit ran(id);
    });
    m_actions += added;
    m_ownKeys.insert(id, keys);
    m_window.addAction(added);
    return added;
}

QAction *Commands::addOfView(const QString &id, const QString &text, const QList<QKeySequence> &keys,
                             std::function<void()> action, std::function<QString()> unavailable)
{
    auto *added = add(id, text, keys, std::move(action));
    m_window.removeAction(added);
    m_ofViews.insert(id, std::move(unavailable));
    return added;
}

QAction *Commands::action(const QString &id) const
{
    for (auto *action : m_actions) {
        if (action->objectName() == id)
            return action;
    }
    return nullptr;
}

void Commands::run(const QString &id)
{
    if (auto *action = this->action(id))
        action->trigger();
}

void Commands::rebind(const QString &id, const QList<QKeySequence> &keys)
{
    auto *action = this->action(id);
    if (!action)
        return;
    action->setShortcuts(keys);
    if (isOfView(id) && keys != ownKeys(id))
        m_window.addAction(action);
    else if (isOfView(id))
        m_window.removeAction(action);
}

void Commands::enable(const QStringList &ids, bool enabled)
{
    for (const auto &id : ids) {
        if (auto *action = this->action(id))
            action->setEnabled(enabled);
    }
}

std::vector<models::PaletteCommand> Commands::list() const
{
    std::vector<models::PaletteCommand> list;
    for (const auto *action : m_actions) {
        auto text = action->text();
        text.remove(u'&');
        text.remove(u'…');
        const auto unavailable = m_ofViews.value(action->objectName());
        const auto reason = unavailable ? unavailable() : QString();
        list.push_back({.id = action->objectName(),
                        .text = text,
                        .shortcut = action->shortcut().toString(QKeySequence::NativeText),
                        .enabled = action->isEnabled() && reason.isEmpty(),
                        .reason = reason});
    }
    return list;
}

} // namespace squall::ui
