#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QSet>

class QAction;
class QKeyEvent;

namespace squall::ui {

class Commands;

/// The keys that somebody chose in place of those that commands come with. Views answer the latter by
/// themselves; for a command with chosen keys they are kept from doing so, and the window answers.
class KeyBindings : public QObject
{
    Q_OBJECT

public:
    explicit KeyBindings(Commands &commands, QObject *parent = nullptr);

    bool isChosen(const QString &id) const { return m_chosen.contains(id); }
    void bind(const QString &id, const QList<QKeySequence> &keys);
    void reset(const QString &id);
    void resetAll();
    /// Why it can be no command's key, as one sentence; empty when it can.
    static QString refusal(const QKeySequence &key);
    /// Other commands with this key; not those that share it from the beginning, each in its place.
    QStringList conflicts(const QString &id, const QKeySequence &key) const;

    /// What was chosen, as a file for people: commands by id, keys in portable words.
    QByteArray toJson() const;
    /// In place of what was chosen before. Commands that are not there are left out.
    Result<Done> load(const QByteArray &json);

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply(const QString &id);
    void silenceViews();
    void adapt(QAction &action);
    bool isSilent(const QObject &watched, const QKeyEvent &event) const;

    Commands &m_commands;
    QHash<QString, QList<QKeySequence>> m_chosen;
    QSet<QKeySequence> m_silent; ///< of views, which commands with other keys came with
};

/// What a key event is as part of a sequence; Backtab and the keypad are what they stand for.
QKeySequence sequenceOf(const QKeyEvent &event);

} // namespace squall::ui
