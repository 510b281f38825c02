#pragma once

#include "models/palettemodel.h"

#include <QAction>
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
    QAction *action(const QString &id) const;
    /// As if its menu entry was chosen; not when it is disabled.
    void run(const QString &id);
    void rebind(const QString &id, const QList<QKeySequence> &keys);
    void enable(const QStringList &ids, bool enabled);

    std::vector<models::PaletteCommand> list() const;

signals:
    void ran(const QString &id);

private:
    QWidget &m_window;
    QList<QAction *> m_actions;
};

} // namespace squall::ui
