#pragma once

#include "models/palettemodel.h"

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>

#include <functional>
#include <vector>

class QMenu;
class QWidget;

namespace squall::ui {

/// Everything that can be done, each under an id that stays: what menus, keys and the palette offer.
class Commands : public QObject
{
    Q_OBJECT

public:
    /// Keys work while `window` is the active one.
    explicit Commands(QWidget &window);

    /// `keys`: the first is the one shown.
    QAction *add(const QString &id, const QString &text, const QList<QKeySequence> &keys,
                 std::function<void()> action);
    /// What the view in front does, and answers the keys of: they are only shown here. `unavailable` says
    /// why it cannot be done now; nothing when it can.
    QAction *addOfView(const QString &id, const QString &text, const QList<QKeySequence> &keys,
                       std::function<void()> action, std::function<QString()> unavailable);
    QAction *action(const QString &id) const;
    /// As if its menu entry was chosen; not when it is disabled.
    void run(const QString &id);
    /// A command of the view in front is the window's own while it has other keys than it came with.
    void rebind(const QString &id, const QList<QKeySequence> &keys);
    /// Those it came with.
    QList<QKeySequence> ownKeys(const QString &id) const { return m_ownKeys.value(id); }
    bool isOfView(const QString &id) const { return m_ofViews.contains(id); }
    QWidget &window() const { return m_window; }
    void enable(const QStringList &ids, bool enabled);

    std::vector<models::PaletteCommand> list() const;

signals:
    void ran(const QString &id);

private:
    QWidget &m_window;
    QList<QAction *> m_actions;
    QHash<QString, std::function<QString()>> m_ofViews; ///< why they cannot be done now
    QHash<QString, QList<QKeySequence>> m_ownKeys;
};

} // namespace squall::ui
