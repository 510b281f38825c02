#include "ui/commands/keybindings.h"

#include "ui/commands/commands.h"

#include <QActionEvent>
#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

KeyBindings::KeyBindings(Commands &commands, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
{
    qApp->installEventFilter(this);
}

void KeyBindings::bind(const QString &id, const QList<QKeySequence> &keys)
{
    if (!m_commands.action(id))
        return;
    if (keys == m_commands.ownKeys(id))
        m_chosen.remove(id);
    else
        m_chosen.insert(id, keys);
    apply(id);
    emit changed();
}

void KeyBindings::reset(const QString &id)
{
    bind(id, m_commands.ownKeys(id));
}

void KeyBindings::resetAll()
{
    const auto ids = m_chosen.keys();
    m_chosen.clear();
    for (const auto &id : ids)
        apply(id);
    emit changed();
}

void KeyBindings::apply(const QString &id)
{
    m_commands.rebind(id, m_chosen.value(id, m_commands.ownKeys(id)));
    silenceViews();
    for (auto *action : m_commands.window().findChildren<QAction *>(id))
        adapt(*action);
}

void KeyBindings::silenceViews()
{
    m_silent.clear();
    for (auto chosen = m_chosen.begin(); chosen != m_chosen.end(); ++chosen) {
        if (!m_commands.isOfView(chosen.key()))
            continue;
        for (const auto &key : m_commands.ownKeys(chosen.key()))
            m_silent.insert(key);
    }
    // Others that came with one of these still answer it.
    for (const auto &command : m_commands.list()) {
        if (m_commands.isOfView(command.id) && !m_chosen.contains(command.id)) {
            for (const auto &key : m_commands.ownKeys(command.id))
                m_silent.remove(key);
        }
    }
}

/// A view's own action leaves its keys to the window; a menu's shows them.
void KeyBindings::adapt(QAction &action)
{
    const auto id = action.objectName();
    if (&action == m_commands.action(id) || !m_commands.action(id))
        return;
    if (qobject_cast<QMenu *>(action.parent()))
        action.setShortcuts(m_commands.action(id)->shortcuts());
    else
        action.setShortcuts(m_chosen.contains(id) ? QList<QKeySequence>() : m_commands.ownKeys(id));
}

QString KeyBindings::refusal(const QKeySequence &key)
{
    if (key.isEmpty())
        return tr("No key was pressed.");
    const auto first = key[0];
    const bool bare =
        !(first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const bool typed = first.key() >= Qt::Key_Space && first.key() < Qt::Key_Escape;
    if (bare && typed)
        return tr("%1 is for typing: add Ctrl or Alt.").arg(key.toString(QKeySequence::NativeText));
    static const QList<Qt::Key> moving{Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_Left, Qt::Key_Right,
                                       Qt::Key_Up,     Qt::Key_Down,    Qt::Key_Home, Qt::Key_End,
                                       Qt::Key_PageUp, Qt::Key_PageDown};
    if (bare && moving.contains(first.key()))
        return tr("%1 is for moving about.").arg(key.toString(QKeySequence::NativeText));
    return {};
}

QStringList KeyBindings::conflicts(const QString &id, const QKeySequence &key) const
{
    QStringList found;
    for (const auto &command : m_commands.list()) {
        const auto *action = m_commands.action(command.id);
        if (command.id == id || !action->shortcuts().contains(key))
            continue;
        const bool shared =
            m_commands.ownKeys(id).contains(key) && m_commands.ownKeys(command.id).contains(key);
        if (!shared)
            found << command.id;
    }
    return found;
}

QByteArray KeyBindings::toJson() const
{
    QJsonObject keys;
    for (auto chosen = m_chosen.begin(); chosen != m_chosen.end(); ++chosen) {
        QJsonArray all;
        for (const auto &key : *chosen)
            all << key.toString(QKeySequence::PortableText);
        keys[chosen.key()] = all;
    }
    return QJsonDocument(QJsonObject{{u"keys"_s, keys}}).toJson();
}

Result<Done> KeyBindings::load(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    if (!document.object()[u"keys"_s].isObject())
        return Error{.code = Error::Code::Parse, .message = tr("This file holds no keys.")};
    const auto keys = document.object()[u"keys"_s].toObject();
    const auto before = m_chosen.keys();
    m_chosen.clear();
    for (auto command = keys.begin(); command != keys.end(); ++command) {
        QList<QKeySequence> all;
        for (const auto &key : command->toArray()) {
            const auto sequence = QKeySequence::fromString(key.toString(), QKeySequence::PortableText);
            if (refusal(sequence).isEmpty())
                all << sequence;
        }
        if (m_commands.action(command.key()) && all != m_commands.ownKeys(command.key()))
            m_chosen.insert(command.key(), all);
    }
    for (const auto &id : before + m_chosen.keys())
        apply(id);
    emit changed();
    return Done{};
}

bool KeyBindings::isSilent(const QObject &watched, const QKeyEvent &event) const
{
    const auto *widget = qobject_cast<const QWidget *>(&watched);
    if (!widget || widget->window() != &m_commands.window() || !m_silent.contains(sequenceOf(event)))
        return false;
    // What is typed into keeps the keys that text has everywhere.
    return !widget->testAttribute(Qt::WA_InputMethodEnabled) || widget->inherits("squall::ui::Grid");
}

bool KeyBindings::eventFilter(QObject *watched, QEvent *event)
{
    if (m_chosen.isEmpty())
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
        // Not accepted, so that the window's own actions get it before the view would.
        if (isSilent(*watched, static_cast<QKeyEvent &>(*event))) {
            event->ignore();
            return true;
        }
        return false;
    case QEvent::ActionAdded: adapt(*static_cast<QActionEvent *>(event)->action()); return false;
    case QEvent::Polish:
        if (auto *menu = qobject_cast<QMenu *>(watched)) {
            for (auto *action : menu->actions())
                adapt(*action);
        }
        return false;
    default: return false;
    }
}

QKeySequence sequenceOf(const QKeyEvent &event)
{
    const int pressed = event.key() == Qt::Key_Enter     ? Qt::Key_Return
                        : event.key() == Qt::Key_Backtab ? Qt::Key_Tab
                                                         : event.key();
    return QKeySequence(
        QKeyCombination(event.modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(pressed)));
}

} // namespace squall::ui
